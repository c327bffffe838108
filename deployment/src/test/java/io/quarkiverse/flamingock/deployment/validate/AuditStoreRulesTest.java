package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;

/**
 * Where executions may be recorded, and what is said where that is not clear.
 */
class AuditStoreRulesTest {

    private static final String PROPERTY = "quarkus.flamingock.audit-store";
    private static final KnownTargets ALL = targets(List.of(new IdentifiedBean("ledger", "Ledger")), "main", "spare");

    @Test
    void aStoreIsNamedInEachWay() {
        assertThat(errors(ALL, new NamedStore("stock", null))).isEmpty();
        assertThat(errors(ALL, new NamedStore(null, null, "jdbc", "stock", null))).isEmpty();
        assertThat(errors(ALL, new NamedStore(null, null, "redis", "main", null))).isEmpty();
        assertThat(errors(ALL, new NamedStore(null, null, null, null, "ledger"))).isEmpty();
        assertThat(new NamedStore(null, null, null, null, "ledger").resolve(ALL)).isEqualTo(new DataStore("bean", "ledger"));
        assertThat(new NamedStore(null, null, "redis", "main", null).resolve(ALL)).isEqualTo(new DataStore("redis", "main"));
    }

    @Test
    void aBeanIsTakenWhereThereIsNothingElse() {
        KnownTargets one = new KnownTargets(List.of(TargetKind.jdbc(List.of())), List.of(), List.of(), List.of(),
                List.of(new IdentifiedBean("ledger", "Ledger")));
        assertThat(errors(one, new NamedStore(null, null))).isEmpty();
        assertThat(new NamedStore(null, null).resolve(one)).isEqualTo(new DataStore("bean", "ledger"));
        assertThat(new NamedStore(null, null).resolve(ALL)).isNull();
    }

    @Test
    void severalMustBeNamed() {
        assertThat(errors(ALL, new NamedStore(null, null))).containsExactly(PROPERTY + ": it is not set, and the application"
                + " has 4 data stores. Name the one to record executions in: stock, redis main (with .kind and .name), redis"
                + " spare (with .kind and .name), AuditStore bean ledger (with .identifier).");
    }

    @Test
    void onlyOneWayMayBeUsed() {
        assertThat(errors(ALL, new NamedStore("stock", null, null, null, "ledger"))).containsExactly(
                PROPERTY + ": both datasource and identifier are set. Remove one of the two.");
        assertThat(errors(ALL, new NamedStore("stock", "x", "redis", "main", "ledger"))).containsExactly(
                PROPERTY + ": datasource, mongodb-client, kind, identifier are set. Leave one of them.");
        assertThat(errors(ALL, new NamedStore(null, null, null, "main", null))).containsExactly(PROPERTY
                + ".name: it is set, and .kind is not. Set .kind to the kind of that audit store; known are jdbc, redis, or"
                + " remove .name.");
    }

    @Test
    void whereThereIsNoneTheExtensionsAreNamed() {
        KnownTargets none = new KnownTargets(List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(errors(none, new NamedStore(null, null))).containsExactly(PROPERTY + ".datasource: the application has no"
                + " data store to record executions in. Add a datasource: the extension quarkus-agroal, a JDBC driver extension"
                + " such as quarkus-jdbc-postgresql, and its configuration.");
        assertThat(errors(none, new NamedStore("stock", null))).containsExactly(PROPERTY + ".datasource: there is no datasource"
                + " 'stock'. Add the extension quarkus-agroal, a JDBC driver extension such as quarkus-jdbc-postgresql, and its"
                + " configuration.");
    }

    @Test
    void whatIsNamedMustBeThere() {
        assertThat(errors(ALL, new NamedStore(null, null, null, null, "leger"))).containsExactly(PROPERTY
                + ".identifier: no bean is an AuditStore with @Identifier(\"leger\"). Name one that there is: ledger.");
        assertThat(errors(targets(List.of()), new NamedStore(null, null, null, null, "leger"))).containsExactly(PROPERTY
                + ".identifier: no bean is an AuditStore with @Identifier(\"leger\"). The application has none; annotate one.");
        assertThat(errors(ALL, new NamedStore(null, null, "reddis", "main", null))).containsExactly(PROPERTY
                + ".kind: there is no audit store of kind 'reddis'; known are jdbc, redis.");
        assertThat(errors(ALL, new NamedStore(null, null, "redis", null, null))).containsExactly(PROPERTY
                + ".name: it is not set, and .kind is. Name one of kind redis: main, spare.");
        assertThat(errors(ALL, new NamedStore(null, null, "redis", "mian", null))).containsExactly(PROPERTY
                + ".name: there is no audit store 'mian' of kind redis. Name one that there is: main, spare.");
        assertThat(errors(ALL, new NamedStore(null, null, "jdbc", "stok", null))).containsExactly(PROPERTY
                + ".name: there is no datasource 'stok'. Name one that is configured: stock.");
        assertThat(errors(ALL, new NamedStore(null, null, "mongodb", "x", null))).containsExactly(PROPERTY
                + ".name: there is no MongoDB client 'x'. Add the extension quarkus-mongodb-client, and its configuration.");
    }

    @Test
    void anIdentifierIsOfOneBean() {
        KnownTargets twice = targets(List.of(new IdentifiedBean("ledger", "B"), new IdentifiedBean("ledger", "A")));
        assertThat(errors(twice, new NamedStore(null, null, null, null, "ledger"))).containsExactly(
                "A, B: 2 beans are audit stores with @Identifier(\"ledger\"). Leave one, or give them different ids.");
    }

    private static KnownTargets targets(List<IdentifiedBean> beans, String... redis) {
        List<DataStore> stores = new ArrayList<>(List.of(new DataStore("jdbc", "stock")));
        List.of(redis).forEach(name -> stores.add(new DataStore("redis", name)));
        return new KnownTargets(List.of(TargetKind.jdbc(List.of("stock"))), stores, List.of(), List.of(), beans);
    }

    private static List<String> errors(KnownTargets targets, NamedStore named) {
        return new AuditStoreRules(new Application(List.of(), targets, named, Policies.DEFAULT)).check().stream()
                .map(Problem::toString).toList();
    }
}
