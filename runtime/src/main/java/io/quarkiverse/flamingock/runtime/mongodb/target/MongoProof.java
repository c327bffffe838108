package io.quarkiverse.flamingock.runtime.mongodb.target;

import org.bson.BsonDocument;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.mongodb.fence.MongoFence;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Finds out what became of an execution that did not end well.
 *
 * @param fence the fence of the target system
 * @param execution the execution
 * @param session the session that it ran in
 * @param time how long its transaction lasted
 */
record MongoProof(MongoFence fence, ChangeCall execution, BsonDocument session, TransactionTime time) {

    static final int NO_SUCH_TRANSACTION = 251;
    private static final int NOT_IN_TRANSACTION = 263;
    private static final String NEVER_BEGUN = "does not match any in-progress transactions";
    private static final int LONGEST_CHAIN = 20;

    /**
     * Nothing is there: the commit was never sent, or the server says that it did not happen.
     *
     * @param error why the transaction was aborted
     * @return whether trying again may help
     */
    Outcome afterAbort(Throwable error) {
        MongoException reason = reason(error);
        if (reason == null) {
            return Outcome.notApplied(error);
        }
        if (reason.getCode() == NOT_IN_TRANSACTION) {
            return Outcome.notApplied(new IllegalStateException("Change " + execution.changeId() + " did what MongoDB does not"
                    + " do in a transaction: " + Sentence.unended(reason.getMessage())
                    + ". Declare it with transactional = false, or move this to"
                    + " a change that is. Before MongoDB 4.4, writing to a collection that does not exist yet belongs to it:"
                    + " create the collection in an earlier change with transactional = false", error));
        }
        String over = time.over(reason);
        if (over == null && !reason.hasErrorLabel(Server.TRANSIENT)) {
            return Outcome.notApplied(error);
        }
        try {
            if (fence.isOvertaken(execution.token())) {
                LockLostException lost = fence.lost(execution.token());
                lost.addSuppressed(error);
                return Outcome.lockLost(lost);
            }
            if (reason instanceof MongoSocketException || Server.isTimeOver(reason)) {
                // The server may not have heard of the abort, and would keep the fence from the next attempt.
                fence.server().administration().kill(session);
            }
        } catch (MongoException e) {
            error.addSuppressed(e);
        }
        if (over != null) {
            return Outcome.notApplied(new IllegalStateException(over, error));
        }
        // Ended by an error that the change has caught: it would end so again.
        boolean inVain = error instanceof UnfinishedTransactionException && reason.getCode() == NO_SUCH_TRANSACTION
                && !neverBegun(reason);
        return inVain ? Outcome.notApplied(error) : Outcome.conflict(error);
    }

    /**
     * An error at the commit says nothing: the commit may have happened, or may still be on its way. The fence is behind it.
     *
     * @param error the error at the commit
     * @return what the marker says
     */
    Outcome afterFailedCommit(MongoException error) {
        try {
            try {
                fence.raise(new Claim(null, null, null, execution.token()), session, () -> false);
            } catch (LockLostException e) {
                // The newer holder waited for the commit, just as this would have done.
                error.addSuppressed(e);
            }
            Marker marker = fence.markers().of(execution.service()).get(execution.changeId());
            return marker != null && marker.token() == execution.token() ? Outcome.APPLIED : Outcome.notApplied(error);
        } catch (RuntimeException e) {
            error.addSuppressed(e);
            return Outcome.unknown(error);
        }
    }

    /** Whether the server does not know the transaction: after a fail-over, another one has begun it. */
    static boolean neverBegun(MongoException reason) {
        return String.valueOf(reason.getMessage()).contains(NEVER_BEGUN);
    }

    /** The error of the driver in an error that the change may have wrapped. */
    private static MongoException reason(Throwable error) {
        Throwable cause = error;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof MongoException e) {
                return e;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
