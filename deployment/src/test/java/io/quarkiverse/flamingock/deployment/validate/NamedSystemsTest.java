package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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
            List.of(new IdentifiedBean("order-events", "Producer")));

    private static final OutsideEffect KAFKA = new OutsideEffect("Kafka", "", Remedy.NAME_IT, null, "kafka", true);
    private static final OutsideEffect USERS = new OutsideEffect("", "", Remedy.NAME_IT, new DataStore(Kind.JDBC, "users"),
            "database", true);
    private static final OutsideEffect AUDIT = new OutsideEffect("", "", Remedy.NAME_IT, new DataStore(Kind.MONGODB, "audit"),
            "mongodb", true);
    private static final OutsideEffect SAME = new OutsideEffect("", "", Remedy.PASS_THE_SESSION, null, null, true);
    private static final OutsideEffect NEW_TRANSACTION = new OutsideEffect("", "", Remedy.JOIN, null, null, true);

    private static List<Boolean> covered(String... also) {
        NamedSystems named = new NamedSystems(TARGETS, List.of(also));
        return List.of(named.cover(KAFKA), named.cover(USERS), named.cover(AUDIT), named.cover(SAME),
                named.cover(NEW_TRANSACTION));
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
                        + " order-events), or declare the change with transactional = false.");
    }

    @Test
    void saysAllThatHelps() {
        assertThat(new NamedSystems(TARGETS, List.of()).advice(List.of(AUDIT, SAME, NEW_TRANSACTION), "default")).isEqualTo(
                "Name the target systems of these: @TargetSystem(id = \"default\", also = {\"audit\"}). Let the method ask for a"
                        + " com.mongodb.client.ClientSession and pass it on to the driver. Call what joins the transaction of the"
                        + " change, or declare the change with transactional = false.");
    }
}
