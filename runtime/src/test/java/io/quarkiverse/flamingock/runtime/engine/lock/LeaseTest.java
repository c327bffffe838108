package io.quarkiverse.flamingock.runtime.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;

/**
 * How long a process may believe that it holds a lock.
 */
class LeaseTest {

    private final World world = new World();

    @Test
    void aLockThatCameLateIsRenewedAtOnce() {
        world.change("a", "db", (effects, context) -> {
            world.clock.advance(Duration.ofSeconds(20));
            effects.add("a " + context.fencingToken());
        }).change("b", "db", (effects, context) -> effects.add("b " + context.fencingToken()));
        world.store.delayNextLocks(1, World.LEASE.minusSeconds(10));

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
        assertThat(world.db.effects()).containsExactly("a 1", "b 1");
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void aLockThatCameTooLateIsAskedForAgain() {
        world.change("a", "db", (effects, context) -> effects.add("a " + context.fencingToken()));
        InMemoryLeaseLock lock = new InMemoryLeaseLock(world.store);
        world.store.delayNextLocks(1, World.LEASE,
                () -> lock.release(lock.tryAcquire("db", "other", World.LEASE).orElseThrow().settled()));

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a 3");
        assertThat(world.sleeps).hasSize(1);
    }

    @Test
    void aStoreThatIsAlwaysTooLateEndsTheRun() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.delayNextLocks(100, World.LEASE);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessageContaining("it could not be renewed within its lease of 30 s");
        assertThat(world.sleeps).hasSize(2);
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void nothingNewIsStartedOnceTheLeaseCouldNotBeRenewed() {
        world.change("a", "files", (effects, context) -> {
            effects.add("a");
            world.clock.advance(Duration.ofSeconds(26));
        }).change("b", "files", (effects, context) -> effects.add("b"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessage("The lock on target system 'files' was lost: it could not be renewed within its lease of 30 s."
                        + " This instance has stopped and begins no other change; check the audit store and start again.");
        assertThat(world.files.effects()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void aRenewedLeaseLastsThroughALongChange() {
        world.change("a", "files", (effects, context) -> {
            for (int i = 0; i < 20; i++) {
                world.clock.advance(Duration.ofSeconds(10));
                List.copyOf(world.renewals).forEach(Runnable::run);
            }
        }).change("b", "files", (effects, context) -> effects.add("b"));

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
    }

    @Test
    void aRenewalThatFailsIsTriedAgainAtOnce() {
        world.change("a", "files", (effects, context) -> {
            world.clock.advance(Duration.ofSeconds(20));
            world.store.failNextWrites(1);
            List.copyOf(world.renewals).forEach(Runnable::run);
            world.clock.advance(Duration.ofSeconds(20));
        }).change("b", "files", (effects, context) -> effects.add("b"));

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
    }

    @Test
    void aRenewalThatIsRefusedEndsTheRun() {
        world.change("a", "files", (effects, context) -> {
            world.clock.advance(Duration.ofSeconds(31));
            Optional<Lease> taken = new InMemoryLeaseLock(world.store).tryAcquire("files", "other", Duration.ofSeconds(30));
            assertThat(taken).isPresent();
            world.clock.advance(Duration.ofSeconds(-20));
            List.copyOf(world.renewals).forEach(Runnable::run);
        }).change("b", "files", (effects, context) -> effects.add("b"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class);
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.store.holder("files").owner()).isEqualTo("other");
    }
}
