package io.quarkiverse.flamingock.runtime.jdbc.target;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

/**
 * A transaction manager whose commit is what a test orders.
 */
final class FaultyTransactions implements TransactionManager {

    /** What a commit does. */
    interface Commit {
        void run(TransactionManager delegate) throws Exception;
    }

    private final TransactionManager delegate = TestDatabase.transactionManager();
    private final Commit commit;

    FaultyTransactions(Commit commit) {
        this.commit = commit;
    }

    @Override
    public void commit() throws RollbackException, HeuristicMixedException, HeuristicRollbackException {
        try {
            commit.run(delegate);
        } catch (RollbackException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        delegate.begin();
    }

    @Override
    public int getStatus() throws SystemException {
        return delegate.getStatus();
    }

    @Override
    public Transaction getTransaction() throws SystemException {
        return delegate.getTransaction();
    }

    @Override
    public void resume(Transaction transaction) throws InvalidTransactionException, SystemException {
        delegate.resume(transaction);
    }

    @Override
    public void rollback() throws SystemException {
        delegate.rollback();
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        delegate.setRollbackOnly();
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
        delegate.setTransactionTimeout(seconds);
    }

    @Override
    public Transaction suspend() throws SystemException {
        return delegate.suspend();
    }
}
