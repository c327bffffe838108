package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Rows of a table, in one transaction.
 */
final class Transactional {

    private Transactional() {
    }

    @TargetSystem("database")
    @Change(id = "tx-mi", order = "020", author = "faults")
    static class Mi {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }
    }

    @TargetSystem("database")
    @Change(id = "tx-ar", order = "040", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }
    }
}
