package io.quarkiverse.flamingock.runtime.engine.lock;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * Row T7: who only looks, beside a run.
 */
class BesideARunTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(strings = { "db", "files" })
    void whatARunHasBegunIsNoIssue(String target) {
        for (RecoveryStrategy strategy : RecoveryStrategy.values()) {
            World here = new World();
            here.change("a", target, true, strategy, (effects, context) -> {
                assertThat(here.engine().issues()).isEmpty();
                assertThat(here.engine().plan().issues()).isEmpty();
                assertThat(here.engine().plan().pending()).singleElement().satisfies(change -> {
                    assertThat(change.action()).isEqualTo(PlannedAction.WAIT);
                    assertThat(change.state()).isEqualTo(ChangeState.STARTED);
                });
                effects.add("a");
            }, null);
            assertThat(here.engine().apply().applied()).containsExactly("a");
        }
    }

    @Test
    void norIsWhatItsRollbackMethodIsTakingBack() {
        world.change("a", "files", true, ALWAYS_RETRY, (effects, context) -> {
            effects.add("a");
            throw new IllegalStateException("planted");
        }, (effects, context) -> assertThat(world.engine().plan().pending()).singleElement()
                .matches(change -> change.action() == PlannedAction.WAIT && change.state() == ChangeState.ROLLBACK_STARTED));
        try {
            world.engine().apply();
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("planted");
        }
        assertThat(world.trail()).endsWith("a ROLLED_BACK 1");
    }

    @Test
    void whatADeadOneHasBegunIsOneWhenItsLeaseIsOver() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.killAt(Phase.WORK_DONE, "a");
        world.clock.advance(World.LEASE.multipliedBy(-1));

        assertThat(world.engine().issues()).isEmpty();
        assertThat(world.engine().plan().pending().get(0).action()).isEqualTo(PlannedAction.WAIT);
        world.clock.advance(World.LEASE);
        assertThat(world.engine().issues()).hasSize(1);
        assertThat(world.engine().plan().pending().get(0).action()).isEqualTo(PlannedAction.STOP);
    }

    @Test
    void aLockOnAnotherTargetSystemSaysNothing() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.killAt(Phase.WORK_DONE, "a");
        world.change("b", "db", (effects, context) -> assertThat(world.engine().issues()).hasSize(1));
        world.onIssue = io.quarkiverse.flamingock.runtime.engine.settings.OnIssue.CONTINUE;
        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void whatEndsWhileTheLockIsLookedAtIsNoIssueEither() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.killAt(Phase.WORK_DONE, "a");
        world.store.beforeHeld(() -> world.engine().fix("a", Resolution.EXECUTED, "found it"));

        assertThat(world.engine().issues()).isEmpty();
    }
}
