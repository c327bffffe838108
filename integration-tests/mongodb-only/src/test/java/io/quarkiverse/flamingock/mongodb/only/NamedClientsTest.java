package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.MongoTechnology;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoTargetSystem;
import io.quarkiverse.flamingock.test.servers.TestMongo;
import io.quarkus.mongodb.MongoClientName;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * Clients by name: one by its id, one by configuration, one as a bean, one to record with. The default client is not there.
 */
class NamedClientsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo
            .without(_1__ById.class, _2__Configured.class, _3__Bean.class, Targets.class)
            .setBeforeAllCustomizer(
                    () -> Stream.of("named_users", "named_other", "named_audit", "named_orders").forEach(Mongo::drop))
            .overrideConfigKey("quarkus.mongodb.users.database", "named_users")
            .overrideRuntimeConfigKey("quarkus.mongodb.users.connection-string", TestMongo.uri())
            .overrideConfigKey("quarkus.mongodb.audit.connection-string", TestMongo.uri("named_audit"))
            .overrideRuntimeConfigKey("quarkus.mongodb.orders.connection-string", TestMongo.uri())
            .overrideConfigKey("quarkus.flamingock.audit-store.mongodb-client", "audit")
            .overrideConfigKey("quarkus.flamingock.target-systems.people.mongodb-client", "users")
            .overrideRuntimeConfigKey("quarkus.flamingock.target-systems.people.database", "named_other");

    @TargetSystem("users")
    @Change(id = "by-id", author = "team", transactional = false)
    public static class _1__ById {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("effect").insertOne(new Document("database", database.getName()));
        }
    }

    @TargetSystem("people")
    @Change(id = "configured", author = "team", transactional = false)
    public static class _2__Configured {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("effect").insertOne(new Document("database", database.getName()));
        }
    }

    @TargetSystem("orders")
    @Change(id = "bean", author = "team", transactional = false)
    public static class _3__Bean {
        @Apply
        void apply(MongoDatabase database, @Named("limit") int limit) {
            database.getCollection("effect").insertOne(new Document("limit", limit));
        }
    }

    @Singleton
    public static class Targets {
        @Produces
        @Singleton
        @Identifier("orders")
        MongoTargetSystem orders(@MongoClientName("orders") MongoClient client) {
            return MongoTargetSystem.of("orders", client, "named_orders").setProperty("limit", 12);
        }
    }

    @Inject
    @Identifier("mongodb")
    MongoTechnology technology;

    @Test
    void eachChangeHasItsDatabase() {
        assertThat(Mongo.all("named_users", "effect")).extracting(each -> each.getString("database"))
                .containsExactly("named_users");
        assertThat(Mongo.all("named_other", "effect")).extracting(each -> each.getString("database"))
                .containsExactly("named_other");
        assertThat(Mongo.all("named_orders", "effect")).extracting(each -> each.getInteger("limit")).containsExactly(12);
        assertThat(Mongo.trail("named_audit")).hasSize(6).endsWith("bean STARTED", "bean EXECUTED");
    }

    @Test
    void aClientWithoutDatabaseSaysSo() {
        assertThatThrownBy(() -> target("orders-2", "orders")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system orders-2 can't be used: no database is named. Set quarkus.mongodb.orders.database or"
                        + " quarkus.flamingock.target-systems.\"orders-2\".database");
        assertThatThrownBy(() -> technology.open("orders"))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("The audit store can't be used: no database is named. Set quarkus.mongodb.orders.database or"
                        + " quarkus.flamingock.audit-store.database");
    }

    @Test
    void aMissingClientSaysSo() {
        assertThatThrownBy(() -> target("billing", "billing")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Target system billing can't be used: there is no MongoDB client billing. Set"
                        + " quarkus.mongodb.billing.connection-string also when the application is built");
        assertThatThrownBy(() -> target("default", "<default>"))
                .hasMessageContaining("there is no MongoDB client <default>. Set quarkus.mongodb.connection-string");
        assertThatThrownBy(() -> technology.open("billing"))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store can't be used: there is no MongoDB client billing.");
    }

    private io.quarkiverse.flamingock.spi.ChangeTarget target(String id, String client) {
        return technology.open(id, client);
    }
}
