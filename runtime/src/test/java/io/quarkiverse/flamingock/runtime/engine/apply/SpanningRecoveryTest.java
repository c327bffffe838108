package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.test.memory.CommitFault;

/** A change over several systems whose process has died, or does not know. */
class SpanningRecoveryTest extends SpanningRow {

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = { "STARTED_RECORDED", "WORK_DONE" })
    void nothingProvesWhatBecameOfTheOthers(Phase phase) {
        change();
        world.killAt(phase, "a");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("Look at target systems 'db' and 'files' and find out what the change did there.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.files.effects()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = { "STARTED_RECORDED", "WORK_DONE" })
    void isTriedAgainAfterALease(Phase phase) {
        code.recovery = RecoveryStrategy.ALWAYS_RETRY;
        change();
        world.killAt(phase, "a");
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).hasSize(30);
        assertThat(world.db.effects()).containsExactly("row 2");
    }

    @ParameterizedTest
    @EnumSource(value = ProbeResult.class)
    void aProbeDecides(ProbeResult answer) {
        code.answer = ProbeResult.NOT_APPLIED;
        change();
        world.killAt(Phase.WORK_DONE, "a");
        code.answer = answer;
        switch (answer) {
            case APPLIED -> assertThat(world.engine().apply().resolved()).containsExactly("a");
            case NOT_APPLIED -> assertThat(world.engine().apply().applied()).containsExactly("a");
            default -> assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        }
    }

    @Test
    void theMarkerOfTheFirstProvesTheWhole() {
        change();
        world.killAt(Phase.TARGET_COMMITTED, "a");
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1 by MARKER");
        assertThat(world.files.effects()).containsExactly("file 1");
    }

    @Test
    void aCommitWithoutAnAnswerIsNotBelieved() {
        change();
        world.db.nextCommit(CommitFault.ANSWER_LOST);
        fails("It is not known whether change 'a' took effect");
        assertThat(world.files.effects()).containsExactly("file 1");
        world.clock.advance(World.LEASE.plusSeconds(1));
        assertThat(world.engine().apply().resolved()).containsExactly("a");
    }

    @Test
    void aPersonSettlesItBehindTheFencesOfAll() {
        change();
        world.killAt(Phase.STARTED_RECORDED, "a");
        int[] before = { world.db.fences(), world.files.fences() };
        world.engine().fix("a", Resolution.ROLLED_BACK, null);
        assertThat(world.db.fences()).isEqualTo(before[0] + 1);
        assertThat(world.files.fences()).isEqualTo(before[1] + 1);
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void theMarkerProvesTheWholeAlsoWhereTheAuditStoreWasLost() {
        change();
        world.engine().apply();
        world.store.lose(World.SERVICE);
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.files.effects()).containsExactly("file 1");
    }

    @Test
    void rebuildingDoesNotTakeAMissingMarkerForAnAnswer() {
        world.change("0", "db", (effects, context) -> effects.add("before"));
        change();
        world.killAt(Phase.WORK_DONE, "a");
        world.store.lose(World.SERVICE);
        assertThat(world.engine().rebuild().undecided()).containsExactly("a");
        assertThat(world.trail()).containsExactly("0 EXECUTED 1 by MARKER", "a EXECUTION_FAILED 1");
    }
}
