package org.acme.faults.hostile;

import org.acme.faults.DocumentTraces;
import org.acme.faults.Subject;
import org.acme.faults.Traces;
import org.bson.Document;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The changes of MongoDB.
 */
final class Documents {

    private Documents() {
    }

    /** Documents. */
    abstract static class Rows {

        @Apply
        void apply(Subject subject, ChangeContext context, MongoDatabase database, Mood mood) throws Exception {
            subject.apply(context, new DocumentTraces(database));
        }
    }

    /** Documents that can be taken back. */
    abstract static class RowsTakenBack extends Rows {

        @Rollback
        void rollBack(Subject subject, ChangeContext context, MongoDatabase database) throws Exception {
            subject.rollBack(context, new DocumentTraces(database));
        }
    }

    @TargetSystem("documents")
    @Change(id = "mongo-tx-mi", order = "h14", author = "faults")
    static class TxMi extends Rows {
    }

    @TargetSystem("documents")
    @Change(id = "mongo-tx-ar", order = "h24", author = "faults")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class TxAr extends Rows {
    }

    @TargetSystem("documents")
    @Change(id = "mongo-direct-ar", order = "h34", author = "faults", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    static class DirectAr extends RowsTakenBack {
    }

    @TargetSystem("documents")
    @Change(id = "mongo-probed-mi", order = "h44", author = "faults", transactional = false)
    static class ProbedMi extends RowsTakenBack {

        @Probe
        ProbeResult probe(ChangeContext context, MongoDatabase database) {
            String last = Traces.Part.TAKEN_BACK.name();
            for (Document trace : database.getCollection("effect").find(new Document("change", context.changeId()))
                    .sort(new Document("at", 1).append("_id", 1))) {
                last = trace.getString("part");
            }
            return Traces.Part.valueOf(last).probed();
        }
    }

    @TargetSystem("documents")
    @Change(id = "mongo-own-mi", order = "h54", author = "faults", transactional = false)
    static class OwnMi {

        @Apply
        void apply(Subject subject, ChangeContext context, MongoDatabase database) throws Exception {
            database.createCollection(Tables.name(context));
            subject.apply(context, new DocumentTraces(database));
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, MongoDatabase database) throws Exception {
            database.getCollection(Tables.name(context)).drop();
            subject.rollBack(context, new DocumentTraces(database));
        }
    }
}
