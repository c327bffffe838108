package io.quarkiverse.flamingock.runtime.mongodb.watch;

import com.mongodb.MongoException;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.TransactionBody;

import io.quarkiverse.flamingock.runtime.mongodb.session.DelegatingSession;

/**
 * A session in which a change may have transactions of its own: what it does in them has an effect once they are committed.
 */
final class WatchedSession extends DelegatingSession {

    private final Watch watch;
    private Effect pending = Effect.NONE;

    WatchedSession(ClientSession session, Watch watch) {
        super(session);
        this.watch = watch;
    }

    /** The session of the driver. */
    ClientSession driver() {
        return session();
    }

    /** Whether there is a transaction; then the effect is one of its own. */
    synchronized boolean pends(Effect effect) {
        if (!session().hasActiveTransaction()) {
            return false;
        }
        pending = pending.or(effect);
        return true;
    }

    /** The driver has been given this session by somebody else than the views of the change. */
    private void unseen() {
        if (!pends(Effect.POSSIBLE)) {
            watch.unseen();
        }
    }

    @Override
    public boolean notifyMessageSent() {
        unseen();
        return super.notifyMessageSent();
    }

    @Override
    public void notifyOperationInitiated(Object operation) {
        unseen();
        super.notifyOperationInitiated(operation);
    }

    @Override
    public void startTransaction() {
        session().startTransaction();
        begin();
    }

    @Override
    public void startTransaction(TransactionOptions transactionOptions) {
        session().startTransaction(transactionOptions);
        begin();
    }

    @Override
    public void commitTransaction() {
        try {
            session().commitTransaction();
            committed();
        } catch (MongoException e) {
            notCommitted(e);
            throw e;
        }
    }

    @Override
    public void abortTransaction() {
        begin();
        session().abortTransaction();
    }

    @Override
    public <T> T withTransaction(TransactionBody<T> transactionBody) {
        return withTransaction(transactionBody, TransactionOptions.builder().build());
    }

    @Override
    public <T> T withTransaction(TransactionBody<T> transactionBody, TransactionOptions options) {
        try {
            T result = session().withTransaction(() -> {
                begin();
                return transactionBody.execute();
            }, options);
            committed();
            return result;
        } catch (MongoException e) {
            notCommitted(e);
            throw e;
        }
    }

    private synchronized void begin() {
        pending = Effect.NONE;
    }

    private synchronized void committed() {
        watch.seen(pending);
    }

    /** An error at the commit may say nothing of it. */
    private synchronized void notCommitted(MongoException error) {
        if (pending != Effect.NONE && error.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
            watch.broke(session(), true);
        } else {
            watch.refused(Effect.NONE);
        }
    }

    /** A session with something on its way is needed to find out what became of it. */
    @Override
    public void close() {
        if (session().hasActiveTransaction()) {
            watch.closedOpen();
        }
        if (!watch.broke(session())) {
            session().close();
        }
    }
}
