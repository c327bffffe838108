package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;
import org.acme.faults.FileTraces;
import org.acme.faults.Subject;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes do; each change is one of these with an id, an order and a strategy of its own.
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

    /** Lines of a file that nothing takes back. */
    abstract static class Lines {

        @Apply
        void apply(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.apply(context, traces);
        }
    }

    /** Lines of a file that can be taken back. */
    abstract static class LinesTakenBack extends Lines {

        @Rollback
        void rollBack(Subject subject, ChangeContext context, FileTraces traces) throws Exception {
            subject.rollBack(context, traces);
        }
    }

    /** Lines of a file, with a probe that reads what became of them. */
    abstract static class LinesProbed extends LinesTakenBack {

        @Probe
        ProbeResult probe(ChangeContext context, FileTraces traces) throws Exception {
            return traces.probe(context.changeId());
        }
    }
}
