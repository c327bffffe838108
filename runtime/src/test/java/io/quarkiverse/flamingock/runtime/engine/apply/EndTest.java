package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.World;

/**
 * Row L11: the process is asked to end.
 */
class EndTest {

    private final World world = new World();

    @Test
    void theChangeThatRunsIsFinishedAndNoOtherBegins() {
        world.change("a", "db", (effects, context) -> {
            world.endRequested = true;
            effects.add("a");
        }).change("b", "db", (effects, context) -> effects.add("b"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class)
                .hasMessage("The process was asked to end before change 'b'. What was applied until then is recorded; the next"
                        + " start goes on from there.");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
        assertThat(world.store.holder("db")).isNull();

        world.endRequested = false;
        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void aWaiterEnds() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        new io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock(world.store).tryAcquire("db", "other",
                World.LEASE.multipliedBy(100));
        world.whileSleeping = () -> world.endRequested = true;

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class)
                .hasMessage("The process was asked to end while it waited for the lock on target system 'db'; nothing was"
                        + " applied.");
        assertThat(world.sleeps).hasSize(1);
    }

    @Test
    void itIsWatchedForOnlyWhileSomethingIsPending() {
        int[] watchers = { 0 };
        world.change("a", "db", (effects, context) -> watchers[0] = world.watchers);

        world.engine().apply();
        assertThat(watchers[0]).isEqualTo(1);
        assertThat(world.watchers).isZero();
        world.failpoints = (phase, change) -> assertThat(world.watchers).isZero();
        world.engine().apply();
    }
}
