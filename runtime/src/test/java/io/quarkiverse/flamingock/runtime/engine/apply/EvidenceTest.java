package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Outcome.Kind;

/** No rollback method is called without evidence of an effect. */
class EvidenceTest {

    private final World world = new World();
    private boolean there = true;

    private void change(RecoveryStrategy recovery) {
        world.change("a", "files", false, recovery, (effects, context) -> {
            if (there) {
                throw new IllegalStateException("is there already");
            }
            effects.add("made");
        }, (effects, context) -> effects.add("taken away"));
    }

    private void fails() {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void whatNobodySawIsLeftToAPerson() {
        change(RecoveryStrategy.MANUAL_INTERVENTION);
        world.judging("files", Kind.UNPROVEN);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("is in state EXECUTION_FAILED")
                .hasMessageContaining(
                        "Its rollback method was not called, because nothing shows that the change had an effect.");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1");
        there = false;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void whatNobodySawIsTriedAgain() {
        change(RecoveryStrategy.ALWAYS_RETRY);
        world.judging("files", Kind.UNPROVEN);
        fails();
        assertThat(world.files.effects()).isEmpty();
        there = false;
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(value = ProbeResult.class)
    void aProbeIsEvidence(ProbeResult answer) {
        change(RecoveryStrategy.MANUAL_INTERVENTION);
        world.judging("files", Kind.UNPROVEN);
        ProbeResult[] next = { ProbeResult.NOT_APPLIED };
        world.probe("a", () -> {
            ProbeResult now = next[0];
            next[0] = answer;
            return now;
        });
        if (answer == ProbeResult.APPLIED) {
            assertThat(world.engine().apply().resolved()).containsExactly("a");
        } else {
            fails();
        }
        assertThat(world.files.effects()).isEqualTo(
                answer == ProbeResult.PARTLY_APPLIED ? List.of("taken away") : List.of());
        assertThat(world.trail()).last().isEqualTo(switch (answer) {
            case APPLIED -> "a EXECUTED 1 by PROBE";
            case NOT_APPLIED -> "a ROLLED_BACK 1 by PROBE";
            case PARTLY_APPLIED -> "a ROLLED_BACK 1";
            case UNKNOWN -> "a EXECUTION_FAILED 1";
        });
    }

    /** A second attempt that is refused says nothing of what the first one has left. */
    @ParameterizedTest
    @CsvSource({ "NOT_APPLIED", "CONFLICT" })
    void whatAnEarlierAttemptLeftStays(Kind kind) {
        change(RecoveryStrategy.ALWAYS_RETRY);
        world.judging("files", Kind.UNPROVEN);
        fails();
        world.judging("files", kind);
        fails();
        assertThat(world.trail()).last().asString().startsWith("a EXECUTION_FAILED");
        change(RecoveryStrategy.MANUAL_INTERVENTION);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        assertThat(world.files.effects()).isEmpty();
    }

    /** As when the connection of a change without a transaction broke, and its session can't be ended. */
    @Test
    void whatMayStillTakeEffectStaysAsItIs() {
        change(RecoveryStrategy.MANUAL_INTERVENTION);
        world.judging("files", Kind.UNKNOWN);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessage(
                        "It is not known whether change 'a' took effect on target system 'files'; its error says why. It stays in"
                                + " state STARTED; the next start treats it as one that was interrupted.")
                .hasStackTraceContaining("is there already");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void aRollbackThatMayStillTakeEffectStaysAsItIs() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            throw new IllegalStateException("half done");
        }, (effects, context) -> {
            throw new IllegalStateException("no answer");
        });
        world.judging("files", Kind.PARTLY_APPLIED, Kind.UNKNOWN);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessage("It is not known whether the rollback of change 'a' took effect on target system 'files'; its error"
                        + " says why. It stays in state ROLLBACK_STARTED; the next start treats it as one that was interrupted.")
                .hasStackTraceContaining("half done").hasStackTraceContaining("no answer");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("ROLLBACK_INTERRUPTED");
    }
}
