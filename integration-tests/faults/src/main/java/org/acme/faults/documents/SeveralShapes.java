package org.acme.faults.documents;

import org.acme.faults.DocumentSubject;
import org.acme.faults.DocumentTraces;
import org.acme.faults.FileTraces;
import org.acme.faults.Traces;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;

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

    /** Documents of a collection, and lines of a file. */
    abstract static class RowsAndLines {

        @Apply
        void apply(DocumentSubject subject, ChangeContext context, MongoDatabase database, ClientSession session,
                FileTraces elsewhere)
                throws Exception {
            elsewhere.leave(context, Traces.Part.BEGUN, 0);
            inDatabase(subject, context, database, session);
            elsewhere.leave(context, Traces.Part.DONE, 0);
        }

        void inDatabase(DocumentSubject subject, ChangeContext context, MongoDatabase database, ClientSession session)
                throws Exception {
            subject.apply(context, database, session);
        }

        @Rollback
        void rollBack(DocumentSubject subject, ChangeContext context, MongoDatabase database, FileTraces elsewhere)
                throws Exception {
            subject.rollBack(context, database, elsewhere);
        }
    }

    /** The same with a probe that looks at both. */
    abstract static class RowsAndLinesProbed extends RowsAndLines {

        @Probe
        ProbeResult probe(ChangeContext context, MongoDatabase database, FileTraces elsewhere) throws Exception {
            return elsewhere.probe(context.changeId(), new DocumentTraces(database).isDone(context.changeId()));
        }
    }

    /** Nothing that a transaction refuses is done here, so that it is the same again. */
    abstract static class TableAndLines extends RowsAndLines {
    }
}
