package io.quarkiverse.flamingock.runtime.mongodb.target;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.fence.HolderSession;
import io.quarkiverse.flamingock.runtime.mongodb.fence.MongoFence;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.session.SessionViews;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One execution of a change in a transaction of its own: the fence first, the marker last.
 *
 * @param fence the fence of the target system
 * @param sessions the session of the run
 * @param dependencies what the application added to the target system
 * @param execution what runs
 */
record MongoTransaction(MongoFence fence, HolderSession sessions, Supply dependencies, ChangeCall execution) {

    private static final int COMMITS = 3;

    Outcome run(Work work) {
        ClientSession session;
        try {
            session = sessions.of(execution.token());
        } catch (MongoException | IllegalStateException e) {
            return Outcome.notApplied(new TargetSystemUnavailableException("No transaction could be started for change "
                    + execution.changeId() + " on target system " + fence.target() + ": " + e.getMessage(), e));
        }
        if (session == null) {
            return Outcome.lockLost(fence.lost(execution.token()));
        }
        Outcome outcome = Outcome.unknown(null);
        try {
            outcome = run(work, session);
        } finally {
            if (outcome.kind() != Outcome.Kind.APPLIED) {
                sessions.discard();
            }
        }
        return outcome;
    }

    private Outcome run(Work work, ClientSession session) {
        TransactionTime time = TransactionTime.begins(fence.server(), execution.changeId());
        MongoProof proof = new MongoProof(fence, execution, Server.id(session), time);
        session.startTransaction();
        boolean complete = false;
        try {
            if (!fence.enter(session, execution.token())) {
                return Outcome.lockLost(fence.lost(execution.token()));
            }
            work.run(supply(session));
            if (!mark(session, time)) {
                abort(session);
                return otherMarker();
            }
            complete = true;
        } catch (Exception | LinkageError | AssertionError e) {
            abort(session);
            return proof.afterAbort(e);
        } finally {
            if (!complete) {
                abort(session);
            }
        }
        return commit(session, proof);
    }

    private static void abort(ClientSession session) {
        if (session.hasActiveTransaction()) {
            session.abortTransaction();
        }
    }

    /** Nothing is left of this execution; what there is instead is read without it. */
    private Outcome otherMarker() {
        try {
            return Outcome.otherMarker(
                    new OtherMarkerException(fence.target(), execution, fence.markers().find(execution)));
        } catch (MongoException e) {
            return Outcome.unknown(e);
        }
    }

    /** Gives false where there is another marker than the one that was seen. */
    private boolean mark(ClientSession session, TransactionTime time) {
        try {
            return fence.markers().write(session, execution);
        } catch (MongoException e) {
            throw new UnfinishedTransactionException("Change " + execution.changeId()
                    + " returned without an error, but its transaction could not be completed: " + e.getMessage()
                    + (MongoProof.neverBegun(e) ? ". The server that answered does not know it, as after a fail-over"
                            : e.getCode() == MongoProof.NO_SUCH_TRANSACTION ? ". " + time.endedUnseen() : ""),
                    e);
        }
    }

    private Outcome commit(ClientSession session, MongoProof proof) {
        boolean sent = false;
        for (int attempt = 1;; attempt++) {
            try {
                session.commitTransaction();
                return Outcome.APPLIED;
            } catch (MongoException e) {
                if (!sent && e.hasErrorLabel(Server.TRANSIENT)) {
                    return proof.afterAbort(e);
                }
                if (!e.hasErrorLabel(Server.UNKNOWN_COMMIT) || attempt == COMMITS) {
                    return proof.afterFailedCommit(e);
                }
                sent = true;
            }
        }
    }

    private Supply supply(ClientSession session) {
        Server server = fence.server();
        return new TransactionSupply(server,
                new SessionViews(session, execution.changeId(), server.createsCollectionsInTransactions()), dependencies);
    }
}
