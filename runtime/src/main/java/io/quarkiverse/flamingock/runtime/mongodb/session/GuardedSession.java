package io.quarkiverse.flamingock.runtime.mongodb.session;

import com.mongodb.TransactionOptions;
import com.mongodb.client.TransactionBody;

/**
 * The session of a change, without the means to end it or its transaction.
 */
final class GuardedSession extends DelegatingSession {

    private final SessionBinding binding;

    GuardedSession(SessionBinding binding) {
        super(binding.session());
        this.binding = binding;
    }

    @Override
    public void close() {
        throw binding.ends("ClientSession.close()");
    }

    @Override
    public void startTransaction() {
        throw binding.ends("ClientSession.startTransaction()");
    }

    @Override
    public void startTransaction(TransactionOptions transactionOptions) {
        throw binding.ends("ClientSession.startTransaction(…)");
    }

    @Override
    public void commitTransaction() {
        throw binding.ends("ClientSession.commitTransaction()");
    }

    @Override
    public void abortTransaction() {
        throw binding.ends("ClientSession.abortTransaction()");
    }

    @Override
    public <T> T withTransaction(TransactionBody<T> transactionBody) {
        throw binding.ends("ClientSession.withTransaction(…)");
    }

    @Override
    public <T> T withTransaction(TransactionBody<T> transactionBody, TransactionOptions options) {
        throw binding.ends("ClientSession.withTransaction(…)");
    }
}
