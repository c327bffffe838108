package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

class KnownTargetsTest {

    private final KnownTargets targets = new KnownTargets(List.of("stock", "<default>"), MongoClients.ABSENT,
            List.of(new ConfiguredTarget("warehouse", "stock", null, false), new ConfiguredTarget("events", null, null, true),
                    new ConfiguredTarget("default", "stock", null, false), new ConfiguredTarget("stock", null, null, true)),
            List.of(new IdentifiedBean("stock", "Producers#stock")));

    @Test
    void findsDatasourcesByName() {
        KnownTargets datasources = new KnownTargets(List.of("stock", "<default>"), MongoClients.ABSENT, List.of(), List.of());
        assertThat(datasources.find("stock")).isEqualTo(new TargetDescriptor("stock", Kind.JDBC, "stock"));
        assertThat(datasources.find("default")).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "<default>"));
        assertThat(datasources.find("<default>")).isEqualTo(datasources.find("default"));
        assertThat(datasources.find("other")).isNull();
    }

    @Test
    void takesBeansBeforeConfigurationBeforeDatasources() {
        assertThat(targets.find("stock")).isEqualTo(new TargetDescriptor("stock", Kind.BEAN, null));
        assertThat(targets.withBeans(List.of(), List.of()).find("stock"))
                .isEqualTo(new TargetDescriptor("stock", Kind.NON_TRANSACTIONAL, null));
        assertThat(targets.find("default")).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "stock"));
        assertThat(targets.find("warehouse")).isEqualTo(new TargetDescriptor("warehouse", Kind.JDBC, "stock"));
        assertThat(targets.find("events")).isEqualTo(new TargetDescriptor("events", Kind.NON_TRANSACTIONAL, null));
    }

    @Test
    void infersTheOnlyDataStore() {
        assertThat(targets.find(null)).isNull();
        assertThat(new KnownTargets(List.of(), MongoClients.ABSENT, List.of(), List.of()).find(null)).isNull();
        assertThat(new KnownTargets(List.of("stock"), MongoClients.ABSENT, List.of(), List.of()).find(null))
                .isEqualTo(new TargetDescriptor("stock", Kind.JDBC, "stock"));
        assertThat(new KnownTargets(List.of("<default>"), MongoClients.ABSENT,
                List.of(new ConfiguredTarget("events", null, null, true)), List.of())
                .find(null)).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "<default>"));
    }

    @Test
    void prefersTheDefaultDatasourceToOneThatIsCalledDefault() {
        assertThat(new KnownTargets(List.of("default", "<default>"), MongoClients.ABSENT, List.of(), List.of()).find("default")
                .resource())
                .isEqualTo("<default>");
    }

    @Test
    void findsMongoClientsByName() {
        KnownTargets stores = new KnownTargets(List.of("stock"), clients("users", "<default>"),
                List.of(new ConfiguredTarget("people", null, "users", false)), List.of());
        assertThat(stores.find("users")).isEqualTo(new TargetDescriptor("users", Kind.MONGODB, "users"));
        assertThat(stores.find("default")).isEqualTo(new TargetDescriptor("default", Kind.MONGODB, "<default>"));
        assertThat(stores.find("people")).isEqualTo(new TargetDescriptor("people", Kind.MONGODB, "users"));
        assertThat(stores.find("stock")).isEqualTo(new TargetDescriptor("stock", Kind.JDBC, "stock"));
        assertThat(stores.find(null)).isNull();
        assertThat(stores.ids()).containsExactly("default", "people", "stock", "users");
        assertThat(stores.stores()).extracting(DataStore::label).containsExactly("stock", "MongoDB client <default>",
                "MongoDB client users");
    }

    @Test
    void infersTheOnlyMongoClient() {
        assertThat(new KnownTargets(List.of(), clients("users"), List.of(), List.of()).find(null))
                .isEqualTo(new TargetDescriptor("users", Kind.MONGODB, "users"));
        assertThat(new KnownTargets(List.of("stock"), clients("users"), List.of(), List.of()).find(null)).isNull();
    }

    @Test
    void doesNotGuessBetweenADatasourceAndAClient() {
        KnownTargets both = new KnownTargets(List.of("<default>", "users"), clients("<default>", "users"), List.of(),
                List.of(new IdentifiedBean("users", "Producers#users")));
        assertThat(both.find("default")).isNull();
        assertThat(both.ambiguous("default")).extracting(DataStore::kind).containsExactly(Kind.JDBC, Kind.MONGODB);
        assertThat(both.ambiguous("<default>")).hasSize(2);
        assertThat(both.ambiguous("users")).as("a bean says which").isEmpty();
        assertThat(both.ambiguous("other")).isEmpty();
        assertThat(both.ambiguous(null)).isEmpty();
    }

    private static MongoClients clients(String... names) {
        return new MongoClients(true, List.of(names));
    }

    @Test
    void knowsAllIds() {
        assertThat(targets.ids()).containsExactly("default", "events", "stock", "warehouse");
    }
}
