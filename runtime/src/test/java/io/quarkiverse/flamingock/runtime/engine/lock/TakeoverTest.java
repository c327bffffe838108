package io.quarkiverse.flamingock.runtime.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.DelegatingLock;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.memory.Effects;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;
import io.quarkiverse.flamingock.test.memory.InMemoryTargetSystem;

/**
 * What an instance does first that took the lock from one that has died.
 */
class TakeoverTest {

    private final World world = new World();

    @Test
    void aChangeWithoutTransactionWaitsForWhatWasSent() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");

        world.engine().apply();
        assertThat(world.sleeps).hasSize(30);
        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void nothingIsWaitedForWhereTheLockWasReleased() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> {
            effects.add("a");
            if (context.attempt() == 1) {
                throw new IllegalStateException("it broke");
            }
        }, null);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class);

        world.engine().apply();
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void aTransactionalChangeWaitsForNothing() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.killAt(Phase.STARTED_RECORDED, "a");

        world.engine().apply();
        assertThat(world.sleeps).isEmpty();
    }

    /** Row T2: the definition before which the database has committed may still run. */
    @Test
    void aDefinitionThatCommitsWaitsForWhatWasSent() {
        world.change("a", "h2", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.addDdl("a"), null);
        world.killAt(Phase.WORK_DONE, "a");

        world.engine().apply();
        assertThat(world.sleeps).hasSize(30);
    }

    @Test
    void theLockOfAnotherSystemOfTheChangeCountsToo() {
        SpanningCode code = new SpanningCode() {
            @Override
            protected void apply(Effects db, Effects files, ChangeContext context) {
                files.add("file");
            }

            @Override
            protected void rollback(Effects db, Effects files) {
                // nothing fails
            }
        };
        code.recovery = RecoveryStrategy.ALWAYS_RETRY;
        code.in(world, "a");
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.locks = lock -> new DelegatingLock(lock) {
            @Override
            public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
                return super.tryAcquire(name, owner, duration).map(lease -> name.equals("db") ? lease.settled() : lease);
            }
        };
        world.engine().apply();
        assertThat(world.sleeps).hasSize(30);
    }

    /** Row T2: it may run for longer than a lease; nothing else is looked at before it has ended. */
    @Test
    void whatIsStillAtWorkIsEndedFirst() {
        List<String> calls = new ArrayList<>();
        for (InMemoryTargetSystem system : List.of(world.files, world.db)) {
            world.target(new DelegatingTarget(system) {
                @Override
                public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
                    calls.add(
                            system.id() + " " + claim.token() + " " + service + "/" + changeId + " " + world.sleeps.size() + " "
                                    + system.effects());
                }
            });
        }
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.change("b", "db", (effects, context) -> effects.add("b"));
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.engine().apply();
        assertThat(calls).containsExactly("files 2 shop/a 0 []");
    }

    @Test
    void whatIsStillAtWorkIsEndedWhereTheLockWasReleased() {
        List<String> calls = new ArrayList<>();
        world.target(new DelegatingTarget(world.files) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                return execution.token() == 1 ? Outcome.unknown(new IllegalStateException("it broke"))
                        : super.execute(execution, work);
            }

            @Override
            public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
                calls.add(changeId);
            }
        });
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(FlamingockException.class);
        world.engine().apply();
        assertThat(calls).containsExactly("a");
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void whatCanNotBeEndedStopsTheStart() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.target(new DelegatingTarget(world.files) {
            @Override
            public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
                throw new TargetSystemUnavailableException("Session 7 is still there");
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Session 7 is still there");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1");
    }

    @Test
    void aTransactionThatWasUndoneWaitsForNothing() {
        world.change("a", "h2", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");

        world.engine().apply();
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void aRequestToEndEndsTheWait() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.whileSleeping = () -> world.endRequested = true;

        assertThatThrownBy(() -> world.engine().apply()).hasMessage("The process was asked to end before change 'a'. What was"
                + " applied until then is recorded; the next start goes on from there.");
        assertThat(world.sleeps).hasSize(1);
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.store.holder("files")).isNull();
    }

    @Test
    void whatWasNotWaitedForIsWaitedForByTheNext() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.whileSleeping = () -> world.endRequested = true;
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("asked to end");
        world.endRequested = false;
        world.whileSleeping = () -> {
        };
        world.sleeps.clear();

        world.engine().apply();
        assertThat(world.sleeps).as("the released lock was taken over by one who did not wait").hasSize(30);
        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void locksThatAreGivenBackAreStillTakenOver() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.change("b", "h2", (effects, context) -> effects.add("b"));
        InMemoryLeaseLock lock = new InMemoryLeaseLock(world.store);
        Lease other = lock.tryAcquire("h2", "other", World.LEASE).orElseThrow();
        world.whileSleeping = () -> {
            world.whileSleeping = () -> {
            };
            lock.release(other);
        };

        world.engine().apply();
        assertThat(world.sleeps).as("once for the other lock, then for the lease").hasSize(31);
    }
}
