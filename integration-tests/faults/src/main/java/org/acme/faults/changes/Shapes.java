package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes of the database do; each change is one of these with an id, an order and a strategy of its own.
 */
final class Shapes {

    private Shapes() {
    }

    /** Rows of a table. */
    abstract static class Rows {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }
    }

    /** Rows of a table that can be taken back, for changes without transaction. */
    abstract static class RowsTakenBack extends Rows {

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, connection);
        }
    }

    /** A table that is created between the two rows, which some databases commit. */
    abstract static class Table {

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
