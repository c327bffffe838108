package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.deployment.outside.OutsideEffect;
import io.quarkiverse.flamingock.deployment.outside.Remedy;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor.Kind;

class NamedSystemsTest {

    private static final KnownTargets TARGETS = new KnownTargets(List.of("<default>", "users"),
            new MongoClients(true, List.of("audit")), List.of(new ConfiguredTarget("user-database", "users", null, false)),
            Stream.of("order-events", "stock", "redis")
                    .map(id -> new IdentifiedBean(id, "Producer")).toList());

    private static final OutsideEffect KAFKA = new OutsideEffect("Kafka", "", Remedy.NAME_IT, null, "kafka", true);
    private static final OutsideEffect REDIS = new OutsideEffect("Redis", "", Remedy.NAME_IT, null, "redis", true);
    private static final OutsideEffect USERS = new OutsideEffect("", "", Remedy.NAME_IT, new DataStore(Kind.JDBC, "users"),
            "database", true);
    private static final OutsideEffect AUDIT = new OutsideEffect("", "", Remedy.NAME_IT, new DataStore(Kind.MONGODB, "audit"),
            "mongodb", true);
    private static final OutsideEffect SAME = new OutsideEffect("", "", Remedy.PASS_THE_SESSION, null, null, true);
    private static final OutsideEffect NEW_TRANSACTION = new OutsideEffect("", "", Remedy.JOIN, null, null, true);

    private static List<Boolean> covered(String... also) {
        NamedSystems named = new NamedSystems(TARGETS, List.of(also));
        return Stream.of(KAFKA, USERS, AUDIT, SAME, NEW_TRANSACTION).map(effect -> named.unnamed(List.of(effect)).isEmpty())
                .toList();
    }

    @Test
    void whatIsNamedIsCovered() {
        assertThat(covered()).containsExactly(false, false, false, false, false);
        assertThat(covered("users")).containsExactly(false, true, false, false, true);
        assertThat(covered("user-database")).containsExactly(false, true, false, false, true);
        assertThat(covered("audit")).containsExactly(false, false, true, false, true);
        assertThat(covered("order-events")).containsExactly(true, false, false, false, true);
        assertThat(covered("audit", "order-events", "nowhere")).containsExactly(true, false, true, false, true);
        assertThat(covered("nowhere")).containsExactly(false, false, false, false, true);
    }

    @Test
    void oneSystemIsNotTwo() {
        OutsideEffect viaBean = new OutsideEffect("Kafka", "a bean", Remedy.NAME_IT, null, "kafka", true);
        List<OutsideEffect> both = List.of(KAFKA, REDIS, viaBean);

        assertThat(unnamed(both)).isEqualTo(both);
        assertThat(unnamed(both, "order-events")).isEqualTo(both);
        assertThat(unnamed(both, "order-events", "stock")).isEmpty();
        assertThat(unnamed(both, "redis")).containsExactly(KAFKA, viaBean);
        assertThat(unnamed(both, "redis", "order-events")).isEmpty();
        assertThat(unnamed(both, "order-events", "nowhere")).isEqualTo(both);
        assertThat(unnamed(both, "order-events", "users")).isEqualTo(both);
        assertThat(unnamed(List.of(KAFKA, viaBean), "redis")).isEmpty();
    }

    private static List<OutsideEffect> unnamed(List<OutsideEffect> effects, String... also) {
        return new NamedSystems(TARGETS, List.of(also)).unnamed(effects);
    }

    @Test
    void proposesTheIdsThatOtherChangesUse() {
        assertThat(new NamedSystems(TARGETS, List.of("order-events")).advice(List.of(AUDIT, USERS, AUDIT), "default"))
                .isEqualTo(
                        "Name the target systems of these: @TargetSystem(id = \"default\", also = {\"order-events\", \"audit\","
                                + " \"user-database\"}), or declare the change with transactional = false.");
    }

    @Test
    void saysHowToDefineWhatIsNoTargetSystem() {
        assertThat(new NamedSystems(TARGETS, List.of()).advice(List.of(KAFKA), "default"))
                .isEqualTo("Name the target systems of"
                        + " these: @TargetSystem(id = \"default\", also = {\"kafka\"}), after defining"
                        + " quarkus.flamingock.target-systems.\"kafka\".kind=non-transactional (or name one that is defined:"
                        + " order-events, redis, stock), or declare the change with transactional = false.");
    }

    @Test
    void saysAllThatHelps() {
        assertThat(new NamedSystems(TARGETS, List.of()).advice(List.of(AUDIT, SAME, NEW_TRANSACTION), "default")).isEqualTo(
                "Name the target systems of these: @TargetSystem(id = \"default\", also = {\"audit\"}). Let the method ask for a"
                        + " com.mongodb.client.ClientSession and pass it on to the driver. Call what joins the transaction of the"
                        + " change, or declare the change with transactional = false.");
    }
}
