package org.acme.faults.changes;

import java.sql.Connection;

import org.acme.faults.DatabaseSubject;
import org.acme.faults.FileTraces;
import org.acme.faults.TableTraces;
import org.acme.faults.Traces;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes over several systems do: what they do elsewhere is around what they do in the database.
 */
final class SeveralShapes {

    private SeveralShapes() {
    }

    /** Rows of a table, and lines of a file. */
    abstract static class RowsAndLines {

        @Apply
        void apply(DatabaseSubject subject, ChangeContext context, Connection connection, FileTraces elsewhere)
                throws Exception {
            elsewhere.leave(context, Traces.Part.BEGUN, 0);
            inDatabase(subject, context, connection);
            elsewhere.leave(context, Traces.Part.DONE, 0);
        }

        void inDatabase(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.apply(context, connection);
        }

        @Rollback
        void rollBack(DatabaseSubject subject, ChangeContext context, Connection connection, FileTraces elsewhere)
                throws Exception {
            subject.rollBack(context, connection, elsewhere);
        }
    }

    /** The same with a probe that looks at both. */
    abstract static class RowsAndLinesProbed extends RowsAndLines {

        @Probe
        ProbeResult probe(ChangeContext context, Connection connection, FileTraces elsewhere) throws Exception {
            return elsewhere.probe(context.changeId(), new TableTraces(connection, "").isDone(context.changeId()));
        }
    }

    /** The same with a table that is created in the middle, which some databases commit. */
    abstract static class TableAndLines extends RowsAndLines {

        @Override
        void inDatabase(DatabaseSubject subject, ChangeContext context, Connection connection) throws Exception {
            subject.createTable(context, connection);
        }
    }
}
