package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;

/**
 * A change's own probe is asked before its rollback method takes anything away, and before it is applied for the first time.
 */
class ProbeFirstTest {

    private final World world = new World();
    /** What the probe says, one after the other; the last one again and again. */
    private final List<ProbeResult> answers = new ArrayList<>();

    @BeforeEach
    void aTopicThatIsThereAlready() {
        world.change("topic", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("request");
            throw new IllegalStateException("topic exists");
        }, (effects, context) -> effects.add("topic deleted"))
                .probe("topic", () -> answers.size() == 1 ? answers.get(0) : answers.remove(0));
    }

    @Test
    void whatIsThereAlreadyIsNotApplied() {
        answers.add(ProbeResult.APPLIED);
        ApplyResult result = world.engine().apply();
        assertThat(result.resolved()).containsExactly("topic");
        assertThat(result.applied()).isEmpty();
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("topic EXECUTED 1 by PROBE");
    }

    @Test
    void whatIsThereAfterAFailureIsNotRolledBack() {
        answers.addAll(List.of(ProbeResult.NOT_APPLIED, ProbeResult.APPLIED));
        world.change("usage", "files", (effects, context) -> effects.add("used"));
        ApplyResult result = world.engine().apply();
        assertThat(result.resolved()).containsExactly("topic");
        assertThat(result.applied()).containsExactly("usage");
        assertThat(world.files.effects()).containsExactly("request", "used");
        assertThat(world.trail()).startsWith("topic STARTED 1", "topic EXECUTION_FAILED 1", "topic EXECUTED 1 by PROBE");
    }

    @Test
    void whatIsNotThereAfterAFailureIsNotRolledBack() {
        answers.add(ProbeResult.NOT_APPLIED);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("topic exists").hasMessageContaining("ROLLED_BACK");
        assertThat(world.files.effects()).containsExactly("request");
        assertThat(world.trail()).containsExactly("topic STARTED 1", "topic EXECUTION_FAILED 1",
                "topic ROLLED_BACK 1 by PROBE");
        assertThat(world.engine().issues()).isEmpty();
    }

    @Test
    void whatIsThereInPartIsForAPerson() {
        answers.add(ProbeResult.PARTLY_APPLIED);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class).hasMessageContaining(
                "Error: The probe of this change says that a part of it is there, while the audit store knows nothing of it");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("topic EXECUTION_FAILED 1");
        world.engine().fix("topic", Resolution.EXECUTED, "completed by hand");
        assertThat(world.engine().apply().applied()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ProbeResult.class, names = { "PARTLY_APPLIED", "UNKNOWN" })
    void anAnswerThatDecidesNothingLeavesItToTheRollback(ProbeResult answer) {
        answers.addAll(List.of(ProbeResult.NOT_APPLIED, answer));
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.files.effects()).containsExactly("request", "topic deleted");
        assertThat(world.trail()).containsExactly("topic STARTED 1", "topic EXECUTION_FAILED 1", "topic ROLLBACK_STARTED 1",
                "topic ROLLED_BACK 1");
    }
}
