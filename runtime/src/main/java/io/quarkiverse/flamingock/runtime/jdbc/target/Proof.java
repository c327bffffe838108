package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.SQLException;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.fence.Fence;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Marker.State;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Finds out what became of an execution that did not end well.
 *
 * @param database where it ran
 * @param fence the fence of the target system
 * @param execution the execution
 * @param watch what was seen of its statements
 */
record Proof(Database database, Fence fence, ChangeCall execution, Watch watch) {

    /**
     * @param error why the transaction was rolled back
     * @return what is left of it
     */
    Outcome afterRollback(Throwable error) {
        try {
            return afterCommits(error);
        } catch (SQLException | RuntimeException e) {
            error.addSuppressed(e);
            return Outcome.unknown(error);
        }
    }

    /**
     * A connection takes part in the transaction if what was written through it is there once that is committed.
     *
     * @return applied; or what is the matter
     */
    Outcome afterFirstCommit() {
        try (Session session = database.open()) {
            Marker marker = marker(session);
            if (marker != null && (marker.token() > execution.token() || isOwn(marker) && marker.state() == State.APPLIED)) {
                return Outcome.APPLIED;
            }
            // A read that was sent elsewhere may not see it yet: then the next start will.
            return Outcome.unknown(new TargetSystemUnavailableException("The transaction of change " + execution.changeId()
                    + " was committed without an error, but its marker can't be seen: either the datasource of target system "
                    + fence.target()
                    + " takes no part in JTA transactions although its connections do not commit by themselves,"
                    + " or something sends reads to a copy of the database. Set quarkus.datasource.jdbc.transactions (of that"
                    + " datasource) to enabled or xa and let it reach the database itself, or declare the change with"
                    + " transactional = false"));
        } catch (SQLException | RuntimeException e) {
            return Outcome.unknown(e);
        }
    }

    /**
     * An error at the commit says nothing: the commit may have happened, or may still be on its way. The fence is behind it.
     *
     * @param error the error at the commit
     * @return what the marker says
     */
    Outcome afterFailedCommit(Throwable error) {
        try (Session session = database.open()) {
            try {
                fence.confirm(session, session.tables(), execution.token());
            } catch (LockLostException e) {
                // The newer holder waited for the commit, just as this would have done.
                error.addSuppressed(e);
            }
            Marker marker = marker(session);
            if (!isOwn(marker)) {
                return undone(session, error);
            }
            return marker.state() == Marker.State.APPLIED ? Outcome.APPLIED : committed(error);
        } catch (SQLException | RuntimeException e) {
            error.addSuppressed(e);
            return Outcome.unknown(error);
        }
    }

    /** The database may have committed in the middle, by itself or because the change said so. */
    private Outcome afterCommits(Throwable error) throws SQLException {
        try (Session session = database.open()) {
            Marker marker = marker(session);
            if (marker != null && marker.token() > execution.token()) {
                // A newer holder has seen what this execution left, and has settled it.
                error.addSuppressed(fence.lost(execution.token()));
                return Outcome.lockLost(error);
            }
            if (isOwn(marker) && marker.state() == Marker.State.IN_PROGRESS) {
                return committed(error);
            }
            // The marker was undone together with what came before; a definition that came later has committed itself.
            return watch.seenDefinition() && session.dialect().commitsDdlImplicitly() ? Outcome.partlyApplied(error)
                    : undone(session, error);
        }
    }

    /**
     * @param error why the execution did not succeed
     * @return what is left of it, now that something has committed in its middle: a database does so before a statement that
     *         it then refuses, too
     */
    Outcome committed(Throwable error) {
        return switch (watch.seen()) {
            case EFFECT -> Outcome.partlyApplied(error);
            case REFUSED -> Outcome.refused(error);
            case PERHAPS, NOTHING -> Outcome.unproven(error);
        };
    }

    private Outcome undone(Session session, Throwable error) throws SQLException {
        if (error instanceof LockLostException) {
            return Outcome.lockLost(error);
        }
        if (!Conflicts.contains(error, session.dialect())) {
            return Outcome.notApplied(error);
        }
        // The database has undone the transaction by itself, and did not say what it could not undo.
        return watch.seen() == Watch.Seen.EFFECT && KeptRows.possible(session) ? Outcome.unproven(error)
                : Outcome.conflict(error);
    }

    private Marker marker(Session session) throws SQLException {
        return fence.markers(session, session.tables(), execution.service()).get(execution.changeId());
    }

    private boolean isOwn(Marker marker) {
        return marker != null && marker.token() == execution.token();
    }
}
