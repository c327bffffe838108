package io.quarkiverse.flamingock.runtime.jta;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What code does with the JTA transaction of its thread, and what is left of that afterwards.
 */
class KeptTransactionTest {

    private static final String LEFT = "left a JTA transaction open on its thread; that was rolled back. Let it commit or roll back"
            + " what it begins before it ends";

    private final TransactionManager manager = com.arjuna.ats.jta.TransactionManager.transactionManager();

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (manager.getTransaction() != null) {
            manager.rollback();
        }
    }

    @Test
    void nothingToTell() throws Exception {
        KeptTransaction without = KeptTransaction.of(manager);
        manager.begin();
        manager.commit();
        assertThat(without.restore()).isNull();

        Transaction own = begun();
        KeptTransaction kept = KeptTransaction.of(manager);
        Transaction suspended = manager.suspend();
        manager.begin();
        manager.rollback();
        manager.resume(suspended);
        assertThat(kept.restore()).isNull();
        assertThat(manager.getTransaction()).isEqualTo(own);
        assertThat(own.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    }

    @Test
    void leftOpen() throws Exception {
        KeptTransaction kept = KeptTransaction.of(manager);
        Transaction left = begun();

        assertThat(kept.restore()).isEqualTo(LEFT);
        assertThat(manager.getTransaction()).isNull();
        assertThat(left.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
        assertThat(kept.restore()).as("told once").isNull();
    }

    @Test
    void leftMarkedForRollback() throws Exception {
        KeptTransaction kept = KeptTransaction.of(manager);
        manager.begin();
        manager.setRollbackOnly();

        assertThat(kept.restore()).isEqualTo(LEFT);
        assertThat(manager.getTransaction()).isNull();
    }

    @Test
    void suspended() throws Exception {
        Transaction own = begun();
        KeptTransaction kept = KeptTransaction.of(manager);
        manager.suspend();

        assertThat(kept.restore()).isEqualTo("suspended the JTA transaction that it ran in and did not resume it. Let it resume"
                + " what it suspends before it ends");
        assertThat(manager.getTransaction()).isEqualTo(own);
        assertThat(own.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    }

    @Test
    void suspendedForAnotherOne() throws Exception {
        Transaction own = begun();
        KeptTransaction kept = KeptTransaction.of(manager);
        manager.suspend();
        Transaction left = begun();

        assertThat(kept.restore()).isEqualTo("suspended the JTA transaction that it ran in, and left another one open; that was"
                + " rolled back. Let it resume what it suspends before it ends");
        assertThat(manager.getTransaction()).isEqualTo(own);
        assertThat(own.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        assertThat(left.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
    }

    @Test
    void endedForAnotherOne() throws Exception {
        for (boolean committed : new boolean[] { true, false }) {
            manager.begin();
            KeptTransaction kept = KeptTransaction.of(manager);
            end(committed);
            Transaction left = begun();

            assertThat(kept.restore()).isEqualTo("ended the JTA transaction that it ran in, and left another one open; that was"
                    + " rolled back. Leave commit and rollback of what it has not begun to the extension");
            assertThat(manager.getTransaction()).isNull();
            assertThat(left.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
        }
    }

    @Test
    void endedOnly() throws Exception {
        for (boolean committed : new boolean[] { true, false }) {
            manager.begin();
            KeptTransaction kept = KeptTransaction.of(manager);
            end(committed);

            assertThat(kept.restore()).as("the target system that had begun it tells").isNull();
            assertThat(manager.getTransaction()).isNull();
        }
    }

    @Test
    void whatCanNotBeRolledBackIsOffTheThreadAllTheSame() throws Exception {
        TransactionManager stubborn = (TransactionManager) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { TransactionManager.class }, (proxy, method, arguments) -> {
                    if (method.getName().equals("rollback")) {
                        throw new SystemException("no answer");
                    }
                    return method.invoke(manager, arguments);
                });
        KeptTransaction kept = KeptTransaction.of(stubborn);
        Transaction left = begun();

        assertThat(kept.restore()).isEqualTo("left a JTA transaction open on its thread; that could not be rolled back (no"
                + " answer) and was taken off the thread. Let it commit or roll back what it begins before it ends");
        assertThat(manager.getTransaction()).isNull();
        left.rollback();
    }

    private Transaction begun() throws Exception {
        manager.begin();
        return manager.getTransaction();
    }

    private void end(boolean committed) throws Exception {
        if (committed) {
            manager.commit();
        } else {
            manager.rollback();
        }
    }
}
