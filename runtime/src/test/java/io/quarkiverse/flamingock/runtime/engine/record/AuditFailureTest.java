package io.quarkiverse.flamingock.runtime.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * What becomes of a run whose audit store fails, at each of its writes.
 */
class AuditFailureTest {

    private final World world = new World();

    @Test
    void whenStartedCantBeWrittenTheTargetSystemIsUntouched() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.failNextWrites(100);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).isEmpty();
        assertThat(world.sleeps).hasSize(2);
    }

    @Test
    void aReadOnlyStoreStopsBeforeTheLock() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.store.readOnly(true);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("it is read-only");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.files.fences()).isZero();
    }

    @Test
    void aReadOnlyStoreIsEnoughWhereNothingIsPending() {
        world.change("a", "db", (effects, context) -> effects.add("a")).change("b", "db", (effects, context) -> {
        });
        world.engine().apply();
        world.remove("b");
        world.store.readOnly(true);

        assertThat(world.engine().apply().skipped()).isEqualTo(1);
        assertThat(world.engine().plan().pending()).isEmpty();
    }

    @Test
    void aStoreThatIsDownStopsTheStart() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.down(true);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("it is down");
    }

    @Test
    void anAnswerThatWasLostIsReadBack() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.loseNextAnswers(1);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
        assertThat(world.db.effects()).containsExactly("a");
    }

    @Test
    void aWriteThatFailsForAMomentIsTriedAgain() {
        world.change("a", "files", (effects, context) -> {
            effects.add("a");
            world.store.failNextWrites(4);
        });

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void aSuccessThatCantBeRecordedIsNotTakenBackAndItsMarkerProvesIt() {
        world.change("a", "db", true, RecoveryStrategy.MANUAL_INTERVENTION,
                (effects, context) -> {
                    effects.add("a");
                    world.store.failNextWrites(1000);
                }, (effects, context) -> effects.add("undo"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("Change 'a' was applied and is not taken back, but that could not be recorded. ");
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1");

        world.store.failNextWrites(0);
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1 by MARKER");
        assertThat(world.db.effects()).containsExactly("a");
    }

    @Test
    void aStoreThatRefusesForGoodEndsTheRunAlthoughTheLockIsRenewed() {
        world.change("a", "db", (effects, context) -> {
            effects.add("a");
            world.store.failNextWrites(100_000);
        });
        world.whileSleeping = () -> List.copyOf(world.renewals).forEach(Runnable::run);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(world.sleeps).hasSizeLessThan(40);
    }

    @Test
    void withoutMarkerAPersonMustSay() {
        world.change("a", "files", (effects, context) -> {
            effects.add("a");
            world.store.failNextWrites(1000);
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        world.store.failNextWrites(0);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("Change 'a' is in state STARTED on target system 'files'")
                .hasMessageContaining("Error: none recorded: the process ended while the change was running");
        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void theErrorOfTheChangeIsNotLostBehindThatOfTheStore() {
        world.change("a", "files", (effects, context) -> {
            world.store.failNextWrites(1000);
            throw new IllegalStateException("half done");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).singleElement()
                        .hasToString("java.lang.IllegalStateException: half done"));
    }

    @Test
    void aStoreThatLostItsLastWritesIsHealedByTheMarkers() {
        World restored = new World();
        restored.change("a", "db", (effects, context) -> effects.add("a"));
        restored.db.putMarker(World.SERVICE,
                new Marker("a", 7, "v1", Marker.State.APPLIED));

        assertThat(restored.engine().apply().resolved()).containsExactly("a");
        assertThat(restored.db.effects()).isEmpty();
        assertThat(restored.trail()).containsExactly("a EXECUTED 1 by MARKER");
    }

    @Test
    void whatIsDoneIsRecordedWhereTheNextChangeCantStart() {
        world.change("a", "files", (effects, context) -> effects.add("a"))
                .change("b", "db", (effects, context) -> {
                    throw new IllegalStateException("no");
                });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1", "b STARTED 1", "b EXECUTION_FAILED 1",
                "b ROLLED_BACK 1");
    }

    @Test
    void aStoreThatIsDownMayBePassedOver() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.failOnAuditUnavailable = false;
        world.store.down(true);

        assertThat(world.engine().apply().blocked()).containsExactly("a");
        assertThat(world.db.effects()).isEmpty();
        world.store.down(false);
        world.store.readOnly(true);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(world.db.effects()).isEmpty();
    }

    /** Row A2. */
    @Test
    void aLockWhoseAnswerWasLostIsGivenAgain() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.loseNextLocks(2);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.events()).extracting(AuditEvent::token).containsOnly(3L);
    }

    @Test
    void aLockThatCantBeAcquiredEndsTheStart() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.store.loseNextLocks(3);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("The answer of the lock in memory was lost, as the test ordered");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).isEmpty();
    }
}
