package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.Arc;
import io.quarkus.mongodb.MongoClientName;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Clients that only changes and the audit store use, and that are no beans: closed when the application stops.
 */
class ClosedClientsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.without(_1__Change.class, CountedMongo.class)
            .setAfterUndeployListener(() -> {
                try {
                    assertThat(CountedMongo.isLeftAlone()).as("no connection is left").isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            })
            .overrideConfigKey("quarkus.mongodb.users.connection-string", CountedMongo.uri("users"))
            .overrideConfigKey("quarkus.mongodb.audit.connection-string", CountedMongo.uri("audit"))
            .overrideConfigKey("quarkus.flamingock.audit-store.mongodb-client", "audit");

    @TargetSystem("users")
    @Change(id = "change", author = "team", transactional = false)
    public static class _1__Change {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("effect").insertOne(new Document("name", "one"));
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void eachIsMadeOnce() {
        for (String name : new String[] { "users", "audit" }) {
            assertThat(Arc.container().select(MongoClient.class, MongoClientName.Literal.of(name)).isResolvable()).isFalse();
        }
        int connections = CountedMongo.connections();
        assertThat(connections).isPositive();
        for (int i = 0; i < 5; i++) {
            assertThat(flamingock.verify()).isNotNull();
        }
        assertThat(CountedMongo.connections()).isEqualTo(connections);
    }
}
