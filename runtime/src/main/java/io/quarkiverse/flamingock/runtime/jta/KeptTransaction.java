package io.quarkiverse.flamingock.runtime.jta;

import java.util.Objects;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;

/**
 * The JTA transaction of a thread before code of a change is called on it.
 *
 * @param manager the transaction manager
 * @param before the transaction; null if there is none
 */
record KeptTransaction(TransactionManager manager, Transaction before) implements CallerTransaction.Kept {

    static KeptTransaction of(TransactionManager manager) {
        try {
            return new KeptTransaction(manager, manager.getTransaction());
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction manager does not tell the transaction of this thread", e);
        }
    }

    @Override
    public String restore() {
        try {
            Transaction left = manager.getTransaction();
            if (Objects.equals(before, left)) {
                return null;
            }
            String ended = left == null ? null : ended();
            if (before == null) {
                return "left a JTA transaction open on its thread; " + ended
                        + ". Let it commit or roll back what it begins before it ends";
            }
            if (isThere()) {
                return "suspended the JTA transaction that it ran in"
                        + (ended == null ? " and did not resume it" : ", and left another one open; " + ended) + resumed()
                        + ". Let it resume what it suspends before it ends";
            }
            // Whoever has begun the one that is gone sees that, too.
            return ended == null ? null
                    : "ended the JTA transaction that it ran in, and left another one open; " + ended
                            + ". Leave commit and rollback of what it has not begun to the extension";
        } catch (SystemException e) {
            return "ended, but the transaction manager does not tell whether it left a JTA transaction open: " + e.getMessage();
        }
    }

    /** Takes what was left off this thread. */
    private String ended() throws SystemException {
        try {
            manager.rollback();
            return "that was rolled back";
        } catch (SystemException | RuntimeException e) {
            manager.suspend();
            return "that could not be rolled back (" + e.getMessage() + ") and was taken off the thread";
        }
    }

    private String resumed() {
        try {
            manager.resume(before);
            return "";
        } catch (Exception e) {
            return "; it could not be resumed: " + e.getMessage();
        }
    }

    /** One that timed out is over, wherever it was. */
    private boolean isThere() throws SystemException {
        int status = before.getStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }
}
