package io.quarkiverse.flamingock.runtime.jta;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;

/**
 * Suspends the JTA transaction of a caller, and keeps the one that code of a change is called in.
 */
@Singleton
public class JtaCaller implements CallerTransaction {

    private final TransactionManager transactionManager;

    /**
     * @param transactionManager the application's
     */
    @Inject
    public JtaCaller(TransactionManager transactionManager) {
        this.transactionManager = transactionManager;
    }

    @Override
    public Suspended suspend() {
        Suspension suspension = Suspension.of(transactionManager);
        if (suspension == Suspension.NONE) {
            return NOTHING;
        }
        return new Suspended() {
            @Override
            public void close() {
                suspension.end();
            }
        };
    }

    @Override
    public Kept keep() {
        return KeptTransaction.of(transactionManager);
    }
}
