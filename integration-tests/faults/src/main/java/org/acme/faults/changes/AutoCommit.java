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
 * Each statement commits by itself.
 */
final class AutoCommit {

    private AutoCommit() {
    }

    @TargetSystem("database")
    @Change(id = "auto-mi", order = "100", author = "faults", transactional = false)
    static class Mi {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, connection);
        }
    }

    @TargetSystem("database")
    @Change(id = "auto-ar", order = "120", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class Ar {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, connection);
        }
    }
}
