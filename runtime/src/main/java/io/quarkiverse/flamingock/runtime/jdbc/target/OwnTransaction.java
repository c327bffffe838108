package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.time.Duration;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * The JTA transaction that one execution of a change runs in, whose code may do with it what it likes.
 *
 * @param manager the transaction manager
 * @param transaction begun on this thread
 * @param changeId the id of the change
 */
record OwnTransaction(TransactionManager manager, Transaction transaction, String changeId) {

    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    static OwnTransaction begin(TransactionManager manager, Duration timeout, String changeId)
            throws SystemException, NotSupportedException {
        manager.setTransactionTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toSeconds()));
        try {
            manager.begin();
            return new OwnTransaction(manager, manager.getTransaction(), changeId);
        } finally {
            manager.setTransactionTimeout(0);
        }
    }

    /**
     * @param timeout what it had at its beginning
     * @throws IllegalStateException when it can't be committed any more, although the code returned without an error
     */
    void checkStillActive(Duration timeout) throws SystemException {
        if (isUndoneByOthers()) {
            throw new IllegalStateException("Change " + changeId + " rolled back the transaction that it ran in, and returned"
                    + " without an error; nothing of that transaction was kept. Let it throw an exception instead, or declare"
                    + " the change with transactional = false");
        }
        if (isEndedByOthers()) {
            throw new IllegalStateException("Change " + changeId + " ended the transaction that it ran in; parts of it may be"
                    + " there and others not. Leave commit and rollback to the extension, or declare the change with"
                    + " transactional = false");
        }
        if (transaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Nothing of change " + changeId + " was kept, although it returned without an"
                    + " error: its transaction was marked for rollback. Either a transactional bean that it called threw an"
                    + " exception and the change caught it, or it ran longer than quarkus.flamingock.transaction-timeout ("
                    + timeout + ")");
        }
    }

    /** Whether it is not this thread's any more. */
    boolean isEndedByOthers() {
        try {
            // One that timed out is rolled back, but still there.
            return !transaction.equals(manager.getTransaction()) || transaction.getStatus() == Status.STATUS_COMMITTED;
        } catch (SystemException e) {
            return true;
        }
    }

    /** Whether nothing of it is there, once it {@linkplain #rollback was rolled back}. */
    boolean isUndone() {
        try {
            return transaction.getStatus() == Status.STATUS_ROLLEDBACK;
        } catch (SystemException e) {
            return false;
        }
    }

    private boolean isUndoneByOthers() throws SystemException {
        return isUndone() && !transaction.equals(manager.getTransaction());
    }

    void commit() throws Exception {
        manager.commit();
    }

    /** And whatever this thread has in its place. */
    void rollback() {
        try {
            Transaction current = manager.getTransaction();
            if (current != null) {
                manager.rollback();
            }
            if (!transaction.equals(current) && transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.rollback();
            }
        } catch (Exception e) {
            // A transaction that can't be rolled back is never committed either.
            LOG.debugf("The transaction of change %s could not be rolled back: %s", changeId, Redaction.of(e.toString()));
        }
    }
}
