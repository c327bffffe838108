package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.shop.Broker;
import io.quarkiverse.flamingock.test.shop.Calls;
import io.quarkiverse.flamingock.test.shop.Hours;
import io.quarkiverse.flamingock.test.shop.Prices;
import io.quarkus.test.QuarkusUnitTest;

/** Changes of every form arrive in the pipeline, in order, and can be called. */
class ShopTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.of(jar -> jar.addPackage(Calls.class.getPackage()))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:shop")
            .overrideConfigKey("quarkus.datasource.inventory.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.inventory.jdbc.url", "jdbc:h2:mem:inventory")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "inventory")
            .overrideConfigKey("quarkus.flamingock.target-systems.flags.kind", "non-transactional")
            .overrideConfigKey("shop.topic", "orders")
            .overrideConfigKey("shop.limit", "7")
            .overrideConfigKey("shop.level", "HIGH");

    @Inject
    PipelineSource source;

    @Inject
    CdiInvoker invoker;

    @Inject
    Calls calls;

    @Test
    void isSortedOverAllTargetSystems() {
        assertThat(source.load().changes()).extracting(ChangeDescriptor::id, ChangeDescriptor::order,
                ChangeDescriptor::targetSystem)
                .map(tuple -> String.join(" ", tuple.toList().toArray(String[]::new)))
                .containsExactly("create-users 001 default", "add-stock 002 inventory",
                        "create-topic 20250101_03 order-events", "name-topic 20250101_04 order-events",
                        "add-flag 20250101_05 flags");
    }

    @Test
    void knowsTargetSystemsAndAuditStore() {
        assertThat(source.load().targets()).containsExactly(
                new TargetDescriptor("default", TargetDescriptor.Kind.JDBC, "<default>"),
                new TargetDescriptor("flags", TargetDescriptor.Kind.NON_TRANSACTIONAL, null),
                new TargetDescriptor("inventory", TargetDescriptor.Kind.JDBC, "inventory"),
                new TargetDescriptor("order-events", TargetDescriptor.Kind.BEAN, null));
        assertThat(source.load().auditStore()).isEqualTo(new StoreDescriptor(StoreDescriptor.Kind.JDBC, "inventory"));
        assertThat(source.load().fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void hasWhatTheAnnotationsSay() {
        ChangeDescriptor users = change("create-users");
        assertThat(users.author()).isEqualTo("users");
        assertThat(users.description()).isEqualTo("Creates users");
        assertThat(users.source()).isEqualTo("io.quarkiverse.flamingock.test.shop._001__CreateUsers");
        assertThat(users.transactional()).isTrue();
        assertThat(users.recovery()).isEqualTo(RecoveryStrategy.MANUAL_INTERVENTION);
        assertThat(users.checksum()).matches("2:[0-9a-f]{64}");
        assertThat(users.rollback()).isTrue();
        ChangeDescriptor stock = change("add-stock");
        assertThat(stock.transactional()).isFalse();
        assertThat(stock.recovery()).isEqualTo(RecoveryStrategy.ALWAYS_RETRY);
        assertThat(stock.rollback()).isTrue();
        assertThat(change("add-flag").rollback()).isFalse();
    }

    @Test
    void knowsWhatTheTargetSystemSuppliesOrMaySupply() {
        String users = "io.quarkiverse.flamingock.test.shop._001__CreateUsers";
        assertThat(change("create-users").code().arguments()).containsExactly(
                new Argument("Parameter 'connection' of " + users + "#apply", Connection.class, null),
                new Argument("Parameter 'dataSource' of " + users + "#rollback", DataSource.class, null));
        assertThat(change("create-topic").code().arguments())
                .extracting(Argument::type, Argument::name, argument -> argument.lookups() != null)
                .containsExactly(tuple(Broker.class, null, true), tuple(Integer.class, "partitions", true),
                        tuple(Prices.class, null, true), tuple(Hours.class, "night", true), tuple(Calls.class, null, true));
    }

    @Test
    void asksCdiOnceForWhatIsAskedForOften() {
        assertThat(
                Stream.of("create-topic", "name-topic").map(this::change).flatMap(change -> change.code().arguments().stream())
                        .filter(argument -> argument.type() == Calls.class).map(Argument::lookup).distinct())
                .hasSize(1);
    }

    @Test
    void callsMethodsWithWhatTheTargetSystemAndCdiSupply() throws Exception {
        invoke("create-users", ChangeMethod.APPLY, supply());
        invoke("create-users", ChangeMethod.ROLLBACK, supply());
        assertThat(calls.drain()).containsExactly("create-users: a connection standard 1", "no users: a datasource true");
        invoke("create-topic", ChangeMethod.APPLY, supply());
        assertThat(calls.drain())
                .containsExactly("create-topic: kafka 12 orders standard night premium standard 42");
    }

    @Test
    void callsConstructorsWithWhatTheTargetSystemAndCdiSupply() throws Exception {
        invoke("name-topic", ChangeMethod.APPLY, supply());
        assertThat(calls.drain()).containsExactly("name-topic: kafka 12 an-id night orders");
    }

    @Test
    void callsClassesThatOnlyTheirPackageSees() throws Exception {
        invoke("add-stock", ChangeMethod.APPLY, Supply.NONE);
        invoke("add-stock", ChangeMethod.ROLLBACK, Supply.NONE);
        assertThat(calls.drain()).containsExactly("add-stock", "no stock");
    }

    @Test
    void callsAnInheritedMethod() throws Exception {
        invoke("add-flag", ChangeMethod.APPLY, Supply.NONE);
        assertThat(calls.drain()).containsExactly("flag: 7 false HIGH true "
                + "io.quarkiverse.flamingock.test.shop.FlagChanges$AddFlag orders [Hours[name=night]]");
    }

    private ChangeDescriptor change(String id) {
        return source.load().changes().stream().filter(change -> change.id().equals(id)).findFirst().orElseThrow();
    }

    private void invoke(String id, ChangeMethod method, Supply supply) throws Exception {
        invoker.invoke(change(id), method, supply, new ChangeContext("an-id", "run", 1, "target", 1, "key"), new CallTrace());
    }

    private static Supply supply() {
        return new Dependencies().add(null, new Broker("kafka")).add("partitions", 12)
                .add(null, named(Connection.class, "a connection")).add(null, named(DataSource.class, "a datasource"));
    }

    private static Object named(Class<?> type, String name) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> name);
    }
}
