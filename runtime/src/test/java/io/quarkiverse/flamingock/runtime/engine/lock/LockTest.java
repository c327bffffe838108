package io.quarkiverse.flamingock.runtime.engine.lock;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;

/**
 * Several processes that want the same target systems.
 */
class LockTest {

    private final World world = new World();

    @Test
    void aWaiterAppliesNothingOnceTheHolderIsDone() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        Lease holder = new InMemoryLeaseLock(world.store).tryAcquire("db", "other", Duration.ofSeconds(30)).orElseThrow();
        world.whileSleeping = () -> {
            new InMemoryLeaseLock(world.store).release(holder);
            world.whileSleeping = () -> {
            };
            world.engine().apply();
        };

        ApplyResult result = world.engine().apply();

        assertThat(result.applied()).isEmpty();
        assertThat(result.executionId()).isNull();
        assertThat(world.db.effects()).containsExactly("a");
    }

    @Test
    void aWaiterLastsAsLongAsTheHolderRenewsAndTakesOverWhenItDies() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        InMemoryLeaseLock lock = new InMemoryLeaseLock(world.store);
        Lease holder = lock.tryAcquire("db", "other", Duration.ofSeconds(30)).orElseThrow();
        int[] renewals = new int[1];
        world.whileSleeping = () -> {
            if (renewals[0]++ < 200) {
                assertThat(lock.renew(holder, Duration.ofSeconds(30))).isTrue();
            }
        };

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).hasSizeGreaterThan(200).allMatch(pause -> pause.toMillis() <= 2000);
        assertThat(world.events()).allMatch(event -> event.token() == 2);
    }

    @Test
    void severalTargetSystemsAreLockedTogetherOrNotAtAll() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> assertThat(world.store.holder("db")).isNotNull());
        Lease holder = new InMemoryLeaseLock(world.store).tryAcquire("files", "other", Duration.ofSeconds(30)).orElseThrow();
        world.whileSleeping = () -> {
            assertThat(world.store.holder("db")).isNull();
            new InMemoryLeaseLock(world.store).release(holder);
        };

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
    }

    @Test
    void anOldOwnerCantCommitATransactionAfterATakeover() {
        world.change("a", "db", (effects, context) -> {
            effects.add("a by " + context.executionId());
            if (context.executionId().equals("run-1")) {
                world.clock.advance(Duration.ofSeconds(31));
                world.engine().apply();
            }
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessage("Change 'a' was not applied by this instance: the lock on target system 'db' was lost. The target"
                        + " system has seen a newer token, so another instance has taken over and settles what became of the"
                        + " change; start again.");
        assertThat(world.db.effects()).containsExactly("a by run-2");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a ROLLED_BACK 1 by MARKER", "a STARTED 2", "a EXECUTED 2");
    }

    @Test
    void anOldOwnerCantOverwriteWhatTheTakerRecorded() {
        // The taker waits for what the old owner may have sent, and renews its lock meanwhile.
        world.whileSleeping = () -> world.renewals.get(world.renewals.size() - 1).run();
        world.change("a", "files", true, ALWAYS_RETRY, (effects, context) -> {
            effects.add("a by " + context.executionId());
            if (context.executionId().equals("run-1")) {
                world.clock.advance(Duration.ofSeconds(31));
                world.engine().apply();
            }
        }, null);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessage("Another instance has recorded EXECUTED for change 'a' meanwhile. This instance has stopped and"
                        + " wrote nothing more; start it again.");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a STARTED 2", "a EXECUTED 2");
        assertThat(world.events()).extracting(e -> e.token()).isSorted();
    }

    @Test
    void aChangeThatRunsIsNoIssueOfOthers() {
        world.change("a", "files", true, MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            // Only to get out of the wait, which lasts as long as the owner renews.
            world.whileSleeping = () -> world.endRequested = true;
            assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("while it waited for the lock");
            world.endRequested = false;
        }, null);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).hasSize(1);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void aChangeThatEndsWhileTheLockIsLookedAtIsNoIssueEither() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.killAt(Phase.TARGET_COMMITTED, "a");
        world.store.beforeHeld(() -> world.engine().fix("a", Resolution.EXECUTED, "found it"));

        assertThat(world.engine().apply().skipped()).isEqualTo(1);
        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void anOwnerThatStoodStillAfterStartedDoesNotRunTheCode() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        standStillAt(Phase.STARTED_RECORDED);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessageContaining("was lost: it could not be renewed within its lease");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1");
    }

    @Test
    void anOwnerThatStoodStillAfterAFailureDoesNotTakeItBack() {
        world.change("a", "files", true, MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("half");
            throw new IllegalStateException("half done");
        }, (effects, context) -> effects.add("undo"));
        standStillAt(Phase.FAILURE_RECORDED);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).singleElement().asString().contains("half done"));
        assertThat(world.files.effects()).containsExactly("half");
        assertThat(world.trail()).endsWith("a ROLLBACK_STARTED 1");
    }

    private void standStillAt(Phase standstill) {
        world.failpoints = (phase, change) -> {
            if (phase == standstill) {
                world.clock.advance(World.LEASE);
            }
        };
    }

    @Test
    void aTakerLeavesAnUnprovenChangeToAPerson() {
        world.change("a", "files", true, MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            world.clock.advance(Duration.ofSeconds(31));
            assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        }, null);

        // Nobody took the lock, so what was applied is recorded although the lease is over.
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void writesOfAnotherTargetSystemsRunDoNotDisturb() {
        world.change("a", "db", (effects, context) -> {
            effects.add("a");
            World other = world;
            other.remove("a").remove("b").change("c", "files", (e, c) -> e.add("c"));
            other.engine().apply();
        }).change("b", "db", (effects, context) -> effects.add("b"));

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
        assertThat(world.trail()).containsExactly("a STARTED 1", "c STARTED 1", "c EXECUTED 1", "a EXECUTED 1",
                "b STARTED 1", "b EXECUTED 1");
        assertThat(new InMemoryAuditStore(world.store).head(World.SERVICE).sequence()).isEqualTo(6);
    }
}
