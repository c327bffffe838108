package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;

/**
 * Settling a change that has no issue.
 */
class UnrecordedFixTest {

    private final World world = new World();

    @BeforeEach
    void aChangeWithoutRecord() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
    }

    @Test
    void foundThereItIsNotApplied() {
        assertThat(world.engine().fix("a", Resolution.EXECUTED, "seen")).isEqualTo(new FixResult("a", null,
                ChangeState.MANUAL_MARKED_AS_EXECUTED, PlannedAction.SKIP, null));

        assertThat(world.trail()).containsExactly("a MANUAL_MARKED_AS_EXECUTED 1 by OPERATOR: seen");
        assertThat(world.engine().apply().applied()).isEmpty();
        assertThat(world.engine().verify().intact()).isTrue();
        world.store.lose(World.SERVICE);
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void foundThereAfterItWasRolledBack() {
        rolledBack();

        assertThat(world.engine().fix("a", Resolution.EXECUTED, "seen").before()).isEqualTo(ChangeState.ROLLED_BACK);
        assertThat(world.trail()).endsWith("a ROLLED_BACK 1", "a MANUAL_MARKED_AS_EXECUTED 1 by OPERATOR: seen");
        assertThat(world.engine().apply().applied()).isEmpty();
    }

    @Test
    void withoutRecordNothingCanBeTakenBack() {
        refused(Resolution.ROLLED_BACK, "gone", "Change 'a' was never executed here, so the next run applies it anyway; nothing"
                + " was recorded. Only that it is there, EXECUTED, can be said of it.");
        rolledBack();
        refused(Resolution.ROLLED_BACK, "gone", "Change 'a' is in state ROLLED_BACK, so the next run applies it anyway; nothing"
                + " was recorded. Only that it is there, EXECUTED, can be said of it.");
    }

    @Test
    void aReasonIsNeeded() {
        String message = "Change 'a' was never executed here and has no issue. To record that it is there all the same, so that"
                + " no run applies it, give a reason, for the audit (quarkus.flamingock.fix.reason). Nothing was recorded.";
        refused(Resolution.EXECUTED, null, message);
        refused(Resolution.EXECUTED, " ", message);
        refused(Resolution.EXECUTED, "<why>", message);
    }

    @Test
    void whatIsNoLongerInTheCodeStaysAsItIs() {
        rolledBack();
        world.remove("a");
        refused(Resolution.EXECUTED, "seen", "Change 'a' is in state ROLLED_BACK and no longer in this application, so no run"
                + " does anything with it; nothing was recorded.");
    }

    @Test
    void aSecondOneAtTheSameTimeIsRefused() {
        BeforeLock.once(world, () -> world.engine().fix("a", Resolution.EXECUTED, "first"));

        refused(Resolution.EXECUTED, "second", "Change 'a' is in state MANUAL_MARKED_AS_EXECUTED, which needs no resolution;"
                + " nothing was recorded. Only a change that does not count as executed can be resolved.");
        assertThat(world.events()).hasSize(1);
    }

    @Test
    void whatWasRunMeanwhileIsForAnotherLook() {
        world.change("a", "files", (effects, context) -> {
            throw new IllegalStateException("half done");
        });
        BeforeLock.once(world, () -> assertThatThrownBy(() -> world.engine().apply()));

        refused(Resolution.EXECUTED, "seen", "Change 'a' was run meanwhile, and its outcome is open; nothing was recorded. Look"
                + " there, and call fix again.");
        assertThat(world.trail()).last().isEqualTo("a EXECUTION_FAILED 1");
    }

    @Test
    void anIssueThatIsResolvedLeavesAMarker() {
        world.change("b", "h2", (effects, context) -> {
            effects.addDdl("table");
            throw new IllegalStateException("half done");
        });
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("half done");
        assertThat(world.engine().fix("b", Resolution.EXECUTED, null).warning()).isNull();
        world.store.lose(World.SERVICE);

        assertThat(world.engine().rebuild().executed()).containsExactly("a", "b");
    }

    private void rolledBack() {
        world.change("a", "db", (effects, context) -> {
            throw new IllegalStateException("table is there");
        });
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("table is there");
    }

    private void refused(Resolution resolution, String reason, String message) {
        assertThatThrownBy(() -> world.engine().fix("a", resolution, reason)).isInstanceOf(NothingToFixException.class)
                .hasMessage(message);
    }
}
