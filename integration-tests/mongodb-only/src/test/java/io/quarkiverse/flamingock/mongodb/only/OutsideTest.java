package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Where it can be seen at build that a change writes outside of its transaction, the build says so.
 */
class OutsideTest {

    static final String DATABASE = "only_outside";

    private static final String HERE = "io.quarkiverse.flamingock.mongodb.only.OutsideTest$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo
            .application(DATABASE, _1__Without.class, _2__With.class, _3__NoTransaction.class, Orders.class, Archive.class,
                    Repository.class, Reversible.class)
            .overrideConfigKey("quarkus.flamingock.active", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(OutsideTest::assertWarning);

    abstract static class Reversible {
        @Rollback
        void rollback() {
            // so that the build warns of one thing only
        }
    }

    @Change(id = "without", author = "team")
    public static class _1__Without extends Reversible {
        @Apply
        void apply(Archive archive) {
            archive.add(null, "pencils");
        }
    }

    @Change(id = "with", author = "team")
    public static class _2__With extends Reversible {
        @Apply
        void apply(Orders orders, ClientSession session) {
            orders.add(session, "pencils");
        }
    }

    @Change(id = "no-transaction", author = "team", transactional = false)
    public static class _3__NoTransaction extends Reversible {
        @Apply
        void apply(Orders orders) {
            orders.add(null, "pencils");
        }
    }

    public abstract static class Repository {
        private final MongoCollection<Document> collection;

        Repository(MongoCollection<Document> collection) {
            this.collection = collection;
        }

        void add(ClientSession session, String item) {
            collection.insertOne(session, new Document("item", item));
        }
    }

    @Singleton
    public static class Orders extends Repository {
        @Inject
        Orders(MongoClient client) {
            super(client.getDatabase(DATABASE).getCollection("orders"));
        }
    }

    /** What it inherits counts, too. */
    @Singleton
    public static class Archive extends Repository {
        Archive() {
            super(null);
        }
    }

    @Test
    void theApplicationStarts() {
        assertThat(Mongo.all(DATABASE, "orders")).isEmpty();
    }

    private static void assertWarning(List<LogRecord> records) {
        assertThat(records).extracting(LogRecord::getMessage)
                .containsExactly("The changes of this application have 1 warning:\n"
                        + "  1. " + HERE
                        + "_1__Without: it can have effects that are not undone with its transaction on target system"
                        + " 'default':\n"
                        + "       - a MongoDB client, by parameter 'archive' of #apply (" + HERE
                        + "Archive), its field 'collection'"
                        + " (com.mongodb.client.MongoCollection)\n"
                        + "     Let the method ask for a com.mongodb.client.ClientSession and pass it on to the driver, or declare the"
                        + " change with transactional = false.");
    }
}
