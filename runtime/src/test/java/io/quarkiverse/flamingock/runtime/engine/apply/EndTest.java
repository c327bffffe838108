package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;

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
        hold("db");
        world.whileSleeping = () -> world.endRequested = true;

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class)
                .hasMessage("The process was asked to end while it waited for the lock on target system 'db'; nothing was"
                        + " applied or recorded.");
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

    @Test
    void whatIsClosedUnderAChangeIsNoReason() {
        world.change("a", "files", true, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            world.endRequested = true;
            world.endOverdue = true;
            throw new IllegalStateException("the pool was closed");
        }, (effects, context) -> effects.add("rolled back"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class)
                .hasMessage("The application ended under change 'a', so what that met says nothing about it. It stays as it was"
                        + " recorded last; the next start looks what became of it.")
                .cause().hasMessageContaining("the pool was closed");
        assertThat(world.trail()).containsExactly("a STARTED 1");
        assertThat(world.files.effects()).containsExactly("a");
        assertThat(world.store.holder("files")).as("the next holder waits").isNotNull();
    }

    @Test
    void whatIsClosedUnderARollbackMethodIsNoReason() {
        world.change("a", "files", true, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            throw new IllegalStateException("planted");
        }, (effects, context) -> {
            world.endRequested = true;
            world.endOverdue = true;
            throw new IllegalStateException("the pool was closed");
        });

        assertThatThrownBy(() -> world.engine().apply()).hasMessageStartingWith("The application ended under change 'a'");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1");
    }

    @Test
    void noOtherAttemptIsBegun() {
        world.db.nextConflicts(1);
        world.change("a", "db", (effects, context) -> {
            world.endRequested = true;
            effects.add("a");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        world.endRequested = false;
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void aFixThatWaitsEnds() {
        interrupted("a", "files");
        hold("files");
        assertThatEnds(() -> world.engine().fix("a", Resolution.EXECUTED, null));
    }

    @Test
    void aRebuildThatWaitsEnds() {
        interrupted("a", "files");
        hold("files");
        assertThatEnds(() -> world.engine().rebuild());
    }

    private void assertThatEnds(ThrowingCallable call) {
        List<String> before = world.trail();
        int[] watchers = { 0 };
        world.whileSleeping = () -> {
            watchers[0] = world.watchers;
            world.endRequested = true;
        };
        assertThatThrownBy(call).isInstanceOf(FlamingockException.class).hasMessage("The process was asked to end while it"
                + " waited for the lock on target system 'files'; nothing was applied or recorded.");
        assertThat(world.sleeps).hasSize(1);
        assertThat(watchers[0]).isEqualTo(1);
        assertThat(world.watchers).isZero();
        assertThat(world.trail()).isEqualTo(before);
    }

    @Test
    void noOtherProbeIsAsked() {
        List<String> asked = new ArrayList<>();
        for (String id : List.of("a", "b")) {
            world.change(id, "files", (effects, context) -> effects.add(id)).probe(id, () -> {
                asked.add(id);
                world.endRequested = true;
                return ProbeResult.APPLIED;
            });
        }
        assertThatThrownBy(() -> world.engine().rebuild()).hasMessageStartingWith("The process was asked to end before change"
                + " 'b'.");
        assertThat(asked).containsExactly("a");
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void aTargetSystemIsToldWhileItWaits() {
        List<Boolean> told = new ArrayList<>();
        world.target(new DelegatingTarget(world.files) {

            @Override
            public Markers fence(Claim claim, String service, BooleanSupplier ended) {
                told.add(ended.getAsBoolean());
                world.endRequested = true;
                told.add(ended.getAsBoolean());
                return super.fence(claim, service, ended);
            }
        });
        world.change("a", "files", (effects, context) -> effects.add("a"));
        assertThatThrownBy(() -> world.engine().apply()).hasMessageStartingWith("The process was asked to end before change");
        assertThat(told).containsExactly(false, true);
    }

    private void hold(String target) {
        new InMemoryLeaseLock(world.store).tryAcquire(target, "other", World.LEASE.multipliedBy(100));
    }

    private void interrupted(String id, String target) {
        world.change(id, target, (effects, context) -> effects.add(id));
        world.killAt(Failpoints.Phase.WORK_DONE, id);
        world.sleeps.clear();
    }
}
