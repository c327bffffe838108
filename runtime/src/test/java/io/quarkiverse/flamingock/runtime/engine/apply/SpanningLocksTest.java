package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.test.memory.InMemoryLeaseLock;

/** The locks of a change over several systems: one that is lost counts as if it were all. */
class SpanningLocksTest extends SpanningRow {

    /** Another application that shares only this target system. */
    private void takenOver(String target) {
        InMemoryLeaseLock lock = new InMemoryLeaseLock(world.store);
        lock.release(world.store.holder(target));
        assertThat(lock.tryAcquire(target, "other", World.LEASE)).isPresent();
    }

    private void renewed() {
        List.copyOf(world.renewals).forEach(Runnable::run);
    }

    @Test
    void nothingBeginsWhereOneWasTakenOver() {
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.LOCK_HELD) {
                takenOver("files");
            }
        };
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessage("The audit store refused a write because one of the locks on target systems 'db', 'files'"
                        + " is held by another instance now. This instance has stopped; start it again.");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void whatWasAppliedBeforeIsRecordedAllTheSame() {
        world.change("0", "db", (effects, context) -> effects.add("before"));
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.TARGET_COMMITTED) {
                takenOver("files");
            }
        };
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class);
        assertThat(world.db.effects()).containsExactly("before");
        assertThat(world.trail()).containsExactly("0 STARTED 1", "0 EXECUTED 1");
    }

    @Test
    void theFirstDoesNotCommitWhenAnotherIsKnownToBeTakenOver() {
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.WORK_DONE) {
                takenOver("files");
                renewed();
            }
        };
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessage("Change 'a' was not completed by this instance. The lock on target system 'files' was lost:"
                        + " another instance took it over, or its row was removed. This instance has stopped and wrote nothing"
                        + " more; start it again. What it had done in the systems that it names may be there.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.files.effects()).as("nothing is taken back from whoever holds it now").containsExactly("file 1");
        assertThat(world.trail()).containsExactly("a STARTED 1");
    }

    @Test
    void aLeaseThatMayBeOverIsNoReasonToStop() {
        code.recovery = RecoveryStrategy.ALWAYS_RETRY;
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.WORK_DONE) {
                world.clock.advance(World.LEASE.plusSeconds(1));
            }
        };
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("row 1");
    }

    @Test
    void whatHadCommittedWhenOneWasTakenOverIsProvenByItsMarker() {
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.TARGET_COMMITTED) {
                takenOver("files");
            }
        };
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class);
        assertThat(world.trail()).containsExactly("a STARTED 1");
        world.failpoints = (phase, change) -> {
        };
        world.clock.advance(World.LEASE.plusSeconds(1));
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.files.effects()).containsExactly("file 1");
    }
}
