package io.quarkiverse.flamingock.runtime.engine.apply;

import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.Fixtures;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * What a run does with changes that succeed, and before any of them is applied.
 */
class ApplyTest {

    private final World world = new World();

    @Test
    void changesAreAppliedInOrderOverAllTargetSystemsAndOnlyOnce() {
        world.change("c", "files", (effects, context) -> effects.add("c"))
                .change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "db", (effects, context) -> effects.add("b"));

        ApplyResult first = world.engine().apply();
        ApplyResult second = world.engine().apply();

        assertThat(first.applied()).containsExactly("a", "b", "c");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1", "b STARTED 1", "b EXECUTED 1",
                "c STARTED 1", "c EXECUTED 1");
        assertThat(world.db.effects()).containsExactly("a", "b");
        assertThat(world.files.effects()).containsExactly("c");
        assertThat(second).extracting(ApplyResult::executionId, ApplyResult::applied, ApplyResult::skipped)
                .containsExactly(null, List.of(), 3);
    }

    @Test
    void nothingPendingIsOneReadAndNoWrite() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        int reads = world.store.reads();
        int writes = world.store.writes();

        world.engine().apply();

        assertThat(world.store.reads() - reads).isEqualTo(1);
        assertThat(world.store.writes() - writes).isZero();
    }

    @Test
    void eachChangeCostsOneAuditWrite() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        int one = world.store.writes();
        world.change("b", "db", (effects, context) -> effects.add("b"));
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();

        // prepare, acquire, STARTED, EXECUTED, release; and one more for the second change
        assertThat(one).isEqualTo(5);
        assertThat(world.store.writes() - one).isEqualTo(6);
    }

    @Test
    void startedIsDurableBeforeTheEffect() {
        world.change("a", "files", (effects, context) -> {
            assertThat(world.trail()).containsExactly("a STARTED 1");
            effects.add("a");
        });

        world.engine().apply();

        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void theLocksAreReleasedAndTheirTokensGrow() {
        world.change("a", "db", (effects, context) -> assertThat(world.store.holder("db").token()).isEqualTo(1));
        world.engine().apply();
        assertThat(world.store.holder("db")).isNull();
        world.change("b", "db", (effects, context) -> assertThat(world.store.holder("db").token()).isEqualTo(2));
        world.engine().apply();

        assertThat(world.events()).extracting(AuditEvent::token).containsExactly(1L, 1L, 2L, 2L);
        assertThat(world.renewals).isEmpty();
    }

    @Test
    void onlyTargetSystemsWithSomethingPendingAreTouched() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.change("b", "files", (effects, context) -> assertThat(world.store.holder("db")).isNull());
        world.engine().apply();

        assertThat(world.db.fences()).isEqualTo(1);
        assertThat(world.files.fences()).isEqualTo(1);
    }

    @Test
    void theContextTellsOfTheExecution() {
        ChangeContext[] seen = new ChangeContext[1];
        world.change("a", "db", (effects, context) -> seen[0] = context);

        world.engine().apply();

        assertThat(seen[0]).isEqualTo(new ChangeContext("a", "run-1", 1, "db", 1, "shop/a"));
    }

    @Test
    void anEventTellsWhoWhenAndWhat() {
        world.change("a", "db", (effects, context) -> world.clock.advance(Duration.ofMillis(42)));

        world.engine().apply();

        AuditEvent executed = world.events().get(1);
        assertThat(executed.execution().duration()).hasMillis(42);
        assertThat(executed).extracting(AuditField.EXECUTED_BY::of, AuditField.HOST::of, AuditField.APPLICATION_VERSION::of,
                AuditField.TAG::of, AuditField.CHECKSUM::of, AuditField.SOURCE::of, AuditField.CHANGE_ORDER::of,
                AuditField.AUTHOR::of,
                AuditField.EXECUTION_ID::of, AuditField.TRANSACTIONAL::of, AuditField.RECOVERY::of, AuditEvent::error)
                .containsExactly("bob", "pod-1", "1.0", "r1", "v1", "com.acme.a", "a", "team", "run-1", true,
                        MANUAL_INTERVENTION.name(), null);
        assertThat(executed.time()).isEqualTo(world.clock.instant());
    }

    @Test
    void aParameterThatNothingSuppliesStopsBeforeAnythingIsApplied() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        Engine engine = Fixtures.withArgument(world, "b", URI.class, "endpoint", "uri");

        assertThatThrownBy(engine::apply).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Parameter 'uri' of com.acme.b#apply: nothing supplies a java.net.URI named 'endpoint'."
                        + " Add it to target system 'db' with addDependency or setProperty, or produce it as a CDI bean."
                        + " Nothing was applied.");
        assertThat(world.trail()).isEmpty();
        assertThat(world.store.writes()).isZero();
    }

    @Test
    void soDoesAConstructorParameter() {
        Engine engine = Fixtures.withArgument(world, "b",
                new Argument("Parameter 'uri' of com.acme.b constructor", URI.class, null));

        assertThatThrownBy(engine::apply).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Parameter 'uri' of com.acme.b constructor: nothing supplies a java.net.URI. Add it");
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void aTargetSystemThatIsDownStopsBeforeAnythingIsStarted() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.down(true);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(TargetSystemUnavailableException.class);
        assertThat(world.trail()).isEmpty();
        assertThat(world.store.holder("db")).isNull();
    }
}
