package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class MongoClientsTest {

    @Test
    void findsWhatInjectionPointsName() {
        assertThat(MongoClients.of(List.of("users", "orders", "users"), List.of(), true).names())
                .containsExactly("orders", "users");
    }

    @Test
    void findsWhatIsConfigured() {
        assertThat(MongoClients.of(List.of(), List.of("quarkus.mongodb.users.connection-string", "quarkus.mongodb.orders.hosts",
                "quarkus.mongodb.\"stock.eu\".database", "quarkus.mongodb.users.database"), true).names())
                .containsExactly("orders", "stock.eu", "users");
        for (String property : List.of("quarkus.mongodb.connection-string", "quarkus.mongodb.hosts",
                "quarkus.mongodb.database")) {
            assertThat(MongoClients.of(List.of(), List.of(property), true).names()).containsExactly("<default>");
        }
    }

    @Test
    void leavesOutWhatNamesNoClient() {
        assertThat(MongoClients.of(List.of(), List.of("quarkus.mongodb.devservices.enabled", "quarkus.mongodb.health.enabled",
                "quarkus.mongodb.credentials.username", "quarkus.mongodb.users.credentials.username",
                "quarkus.mongodb.users.write-concern.hosts", "quarkus.mongodb.my-database", "quarkus.datasource.database"),
                true).names()).isEmpty();
    }

    @Test
    void meansTheDefaultClientWhereNothingElseCouldBeMeant() {
        assertThat(MongoClients.of(List.of(), List.of(), false).names()).containsExactly("<default>");
        assertThat(MongoClients.of(List.of(), List.of(), true).names()).isEmpty();
        assertThat(MongoClients.of(List.of("users"), List.of(), false).names()).containsExactly("users");
    }
}
