package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * A table is created in the middle, which some databases commit.
 */
final class WithDdl {

    private WithDdl() {
    }

    @TargetSystem("database")
    @Change(id = "ddl-mi", order = "060", author = "faults")
    static class Mi {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.createTable(context, connection);
        }

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, connection);
        }
    }

    @TargetSystem("database")
    @Change(id = "ddl-ar", order = "080", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.createTable(context, connection);
        }

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, connection);
        }
    }
}
