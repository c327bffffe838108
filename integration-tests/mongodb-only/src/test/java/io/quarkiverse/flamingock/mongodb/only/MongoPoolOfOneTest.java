package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Row M2: a pool with a single connection, which changes, audit and lock share, and a lease that is due for renewal while the
 * transaction of the audit has written the lock, and while changes are at work.
 */
class MongoPoolOfOneTest {

    static final String DATABASE = "only_pool_of_one";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo
            .application(DATABASE, _1__Create.class, _2__Fill.class, _3__Direct.class, SlowAudit.class)
            .overrideRuntimeConfigKey("quarkus.mongodb.max-pool-size", "1")
            .overrideRuntimeConfigKey("quarkus.flamingock.lock.lease", "9S")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(String.format(record.getMessage(), record.getParameters())).isEqualTo(
                            "The connection pool of MongoDB client <default> has room for a single connection: the lease can't"
                                    + " be renewed while an operation of a change is at work on this pool, and another instance"
                                    + " may take over when one takes longer than quarkus.flamingock.lock.lease; set"
                                    + " quarkus.mongodb.max-pool-size to at least 2")));

    /** In the second write of the audit a renewal comes due, and is the next to get the connection. */
    public static class SlowAudit implements CommandListener {

        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommand().containsKey("insert")
                    && event.getCommand().getString("insert").getValue().equals("flamingock_audit")
                    && writes.incrementAndGet() == 2) {
                sleep(3500);
            }
        }
    }

    @Change(id = "create", author = "team", transactional = false)
    public static class _1__Create {
        @Apply
        void apply(MongoDatabase database) {
            database.createCollection("users");
            database.getCollection("users").createIndex(new Document("name", 1));
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("users").drop();
        }
    }

    @Change(id = "fill", author = "team")
    public static class _2__Fill {
        @Apply
        void apply(MongoDatabase database) {
            for (int i = 0; i < 3; i++) {
                database.getCollection("users").insertOne(new Document("name", "user " + i));
                sleep(1200);
            }
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("users").deleteMany(new Document());
        }
    }

    @Change(id = "direct", author = "team", transactional = false)
    public static class _3__Direct {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("users").insertOne(new Document("name", "direct"));
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("users").deleteOne(new Document("name", "direct"));
        }
    }

    /** Renewals are due every three seconds. */
    static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everythingIsAppliedOnce() {
        assertThat(Mongo.all(DATABASE, "users")).extracting(user -> user.getString("name")).containsExactly("user 0", "user 1",
                "user 2", "direct");
        assertThat(Mongo.trail(DATABASE)).containsExactly("create STARTED", "create EXECUTED", "fill STARTED", "fill EXECUTED",
                "direct STARTED", "direct EXECUTED");
        assertThat(Mongo.all(DATABASE, "flamingock_lock")).extracting(lock -> lock.getLong("token")).containsExactly(1L);
    }
}
