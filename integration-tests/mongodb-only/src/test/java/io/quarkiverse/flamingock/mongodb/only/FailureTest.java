package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A failure in the middle of a transactional change leaves no document of it, with or without the session.
 */
class FailureTest {

    static final String DATABASE = "only_failure";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.application(DATABASE, _1__Create.class, _2__Break.class)
            .assertException(FailureTest::assertFailure);

    @Change(id = "create", author = "team", transactional = false)
    public static class _1__Create {
        @Apply
        void apply(MongoDatabase database) {
            database.createCollection("users");
            database.createCollection("rollback_was_called");
        }
    }

    @Change(id = "break", author = "team")
    public static class _2__Break {
        @Apply
        void apply(MongoDatabase database, ClientSession session) {
            database.getCollection("users").insertOne(new Document("_id", 1).append("name", "without"));
            database.getCollection("users").insertOne(session, new Document("_id", 2).append("name", "with"));
            database.getCollection("users").insertOne(new Document("_id", 1));
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("rollback_was_called").insertOne(new Document());
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }

    private static void assertFailure(Throwable error) {
        assertThat(error).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'break' is in state ROLLED_BACK on target system 'default'")
                .hasMessageContaining("E11000 duplicate key error")
                .hasMessageContaining("The transaction on target system 'default' was undone.");
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(Mongo.all(DATABASE, "users")).isEmpty();
        assertThat(Mongo.all(DATABASE, "rollback_was_called")).isEmpty();
        assertThat(Mongo.trail(DATABASE)).containsExactly("create STARTED", "create EXECUTED", "break STARTED",
                "break EXECUTION_FAILED", "break ROLLED_BACK");
    }
}
