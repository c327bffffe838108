package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.test.servers.TestMongo;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A server without transactions is noticed before anything is applied.
 */
class StandAloneTest {

    static final String DATABASE = "only_stand_alone";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.without(_1__Direct.class, _2__Transactional.class)
            .overrideConfigKey("quarkus.mongodb.database", DATABASE)
            .overrideRuntimeConfigKey("quarkus.mongodb.connection-string", TestMongo.standAloneUri())
            .assertException(error -> assertThat(error).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageStartingWith("Target system default: its MongoDB server is no replica set and so has no"
                            + " transactions; its transactional changes can't run, and nothing was applied."));

    @Change(id = "direct", author = "team", transactional = false)
    public static class _1__Direct {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("users").insertOne(new Document("name", "Ada"));
        }
    }

    @Change(id = "transactional", author = "team")
    public static class _2__Transactional {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("users").insertOne(new Document("name", "Grace"));
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }

    @AfterAll
    static void nothingWasApplied() {
        List<Document> users = Mongo.in(TestMongo.standAloneUri(), DATABASE,
                database -> database.getCollection("users").find().into(new ArrayList<>()));
        assertThat(users).isEmpty();
    }
}
