package io.quarkiverse.flamingock.runtime.jta;

import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

/**
 * Keeps what the extension does out of a transaction of its caller.
 *
 * @param manager the transaction manager
 * @param transaction the transaction of the caller, to be resumed; null if there is none
 */
public record Suspension(TransactionManager manager, Transaction transaction) {

    /** Of a caller without a transaction. */
    public static final Suspension NONE = new Suspension(null, null);

    /**
     * @param manager a transaction manager, may be null
     * @return to be ended by the caller; there is no transaction on this thread until then
     * @throws IllegalStateException when the transaction manager refuses
     */
    public static Suspension of(TransactionManager manager) {
        if (manager == null) {
            return NONE;
        }
        try {
            Transaction transaction = manager.suspend();
            return transaction == null ? NONE : new Suspension(manager, transaction);
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction of the caller could not be suspended", e);
        }
    }

    /**
     * Resumes the transaction of the caller.
     *
     * @throws IllegalStateException when the transaction manager refuses
     */
    public void end() {
        if (transaction == null) {
            return;
        }
        try {
            manager.resume(transaction);
        } catch (Exception e) {
            throw new IllegalStateException("The transaction of the caller could not be resumed", e);
        }
    }
}
