package org.acme.faults.documents;

import org.acme.faults.DocumentSubject;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes do; each change is one of these with an id, an order and a strategy of its own, which it has from the change of
 * the same name for the other databases.
 */
final class Shapes {

    private Shapes() {
    }

    /** Documents of a collection. */
    abstract static class Rows {

        @Apply
        void apply(DocumentSubject subject, ChangeContext context, MongoDatabase database, ClientSession session)
                throws Exception {
            subject.apply(context, database, session);
        }
    }

    /** Documents that can be taken back, for changes without transaction. */
    abstract static class RowsTakenBack extends Rows {

        @Rollback
        void rollBack(DocumentSubject subject, ChangeContext context, MongoDatabase database) throws Exception {
            subject.rollBack(context, database);
        }
    }

    /** Nothing that a transaction refuses is done here, so that it is the same again. */
    abstract static class Table extends RowsTakenBack {
    }
}
