package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.Argument.Source;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
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
    Pipeline pipeline;

    @Inject
    CdiInvoker invoker;

    @Inject
    Calls calls;

    @Test
    void isSortedOverAllTargetSystems() {
        assertThat(pipeline.changes()).extracting(ChangeDescriptor::id, ChangeDescriptor::order,
                ChangeDescriptor::targetSystem)
                .map(tuple -> String.join(" ", tuple.toList().toArray(String[]::new)))
                .containsExactly("create-users 001 default", "add-stock 002 inventory",
                        "create-topic 20250101_03 order-events", "name-topic 20250101_04 order-events",
                        "add-flag 2025_05 flags");
    }

    @Test
    void knowsTargetSystemsAndAuditStore() {
        assertThat(pipeline.targets()).containsExactly(
                new TargetDescriptor("default", TargetDescriptor.Kind.JDBC, "<default>"),
                new TargetDescriptor("flags", TargetDescriptor.Kind.NON_TRANSACTIONAL, null),
                new TargetDescriptor("inventory", TargetDescriptor.Kind.JDBC, "inventory"),
                new TargetDescriptor("order-events", TargetDescriptor.Kind.BEAN, null));
        assertThat(pipeline.auditStore()).isEqualTo(new StoreDescriptor(StoreDescriptor.Kind.JDBC, "inventory"));
        assertThat(pipeline.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void hasWhatTheAnnotationsSay() {
        ChangeDescriptor users = change("create-users");
        assertThat(users.author()).isEqualTo("users");
        assertThat(users.description()).isEqualTo("Creates users");
        assertThat(users.source()).isEqualTo("io.quarkiverse.flamingock.test.shop._001__CreateUsers");
        assertThat(users.transactional()).isTrue();
        assertThat(users.recovery()).isEqualTo(RecoveryStrategy.MANUAL_INTERVENTION);
        assertThat(users.checksum()).matches("[0-9a-f]{64}");
        assertThat(users.apply().method()).isEqualTo("io.quarkiverse.flamingock.test.shop._001__CreateUsers#apply");
        ChangeDescriptor stock = change("add-stock");
        assertThat(stock.transactional()).isFalse();
        assertThat(stock.recovery()).isEqualTo(RecoveryStrategy.ALWAYS_RETRY);
        assertThat(stock.rollback().method()).isEqualTo("io.quarkiverse.flamingock.test.shop.AddStock#takeBack");
        assertThat(change("add-flag").rollback()).isNull();
    }

    @Test
    void knowsWhoSuppliesEachParameter() {
        assertThat(change("create-users").apply().arguments()).containsExactly(
                new Argument(Source.TARGET, Connection.class, null, "connection"),
                new Argument(Source.CDI, null, null, "prices"),
                new Argument(Source.CONTEXT, ChangeContext.class, null, "context"),
                new Argument(Source.CDI, null, null, "calls"));
        assertThat(change("create-users").rollback().arguments()).extracting(Argument::source)
                .containsExactly(Source.TARGET, Source.CDI, Source.CDI);
        assertThat(change("create-topic").apply().arguments()).startsWith(
                new Argument(Source.TARGET_OR_CDI, Broker.class, null, "broker"),
                new Argument(Source.TARGET_OR_CDI, Integer.class, "partitions", "partitions"),
                new Argument(Source.CDI, null, null, "topic"),
                new Argument(Source.TARGET_OR_CDI, Prices.class, null, "prices"),
                new Argument(Source.TARGET_OR_CDI, Hours.class, "night", "night"),
                new Argument(Source.CDI, null, null, "premium"),
                new Argument(Source.CDI, null, null, "any"),
                new Argument(Source.CDI, null, null, "box"));
    }

    @Test
    void callsMethodsWithWhatTheTargetSystemAndCdiSupply() throws Exception {
        invoke(change("create-users").apply(), supply());
        invoke(change("create-users").rollback(), supply());
        assertThat(calls.drain()).containsExactly("create-users: a connection standard 1", "no users: a datasource true");
        invoke(change("create-topic").apply(), supply());
        assertThat(calls.drain())
                .containsExactly("create-topic: kafka 12 orders standard night premium standard 42");
    }

    @Test
    void callsConstructorsWithWhatTheTargetSystemAndCdiSupply() throws Exception {
        invoke(change("name-topic").apply(), supply());
        assertThat(calls.drain()).containsExactly("name-topic: kafka 12 an-id night orders");
    }

    @Test
    void callsClassesThatOnlyTheirPackageSees() throws Exception {
        change("add-stock").apply().code().invoke(new Object[0]);
        change("add-stock").rollback().code().invoke(new Object[0]);
        assertThat(calls.drain()).containsExactly("add-stock", "no stock");
    }

    @Test
    void callsAnInheritedMethod() throws Exception {
        change("add-flag").apply().code().invoke(new Object[8]);
        assertThat(calls.drain()).containsExactly("flag: 7 false HIGH true "
                + "io.quarkiverse.flamingock.test.shop.FlagChanges$AddFlag_ApplyArguments orders [Hours[name=night]]");
    }

    private ChangeDescriptor change(String id) {
        return pipeline.changes().stream().filter(change -> change.id().equals(id)).findFirst().orElseThrow();
    }

    private void invoke(Invocation invocation, Supply supply) throws Exception {
        invoker.invoke(invocation, supply, new ChangeContext("an-id", "run", 1, "target", 1, "key"));
    }

    private static Supply supply() {
        return new Dependencies().add(null, new Broker("kafka")).add("partitions", 12)
                .add(null, named(Connection.class, "a connection")).add(null, named(DataSource.class, "a datasource"));
    }

    private static Object named(Class<?> type, String name) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> name);
    }
}
