package io.quarkiverse.flamingock.runtime.engine.resolve;

import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;

/**
 * Settling an issue through the facade.
 */
class FixTest {

    private final World world = new World();

    @BeforeEach
    void anIssue() {
        world.change("a", "files", (effects, context) -> {
            effects.add("a" + context.attempt());
            if (context.attempt() == 1) {
                throw new IllegalStateException("half done");
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
    }

    @Test
    void anIssueTellsEverything() {
        assertThat(world.engine().issues()).singleElement().satisfies(issue -> {
            assertThat(issue.changeId()).isEqualTo("a");
            assertThat(issue.state()).isEqualTo(ChangeState.EXECUTION_FAILED);
            assertThat(issue.targetSystem()).isEqualTo("files");
            assertThat(issue.source()).isEqualTo("com.acme.a");
            assertThat(issue.recovery()).isEqualTo(MANUAL_INTERVENTION);
            assertThat(issue.error()).startsWith("java.lang.IllegalStateException: half done");
            assertThat(issue.guidance()).contains("-Dquarkus.flamingock.fix.change-id=a");
        });
    }

    @Test
    void foundAppliedItIsNotAppliedAgain() {
        FixResult result = world.engine().fix("a", Resolution.EXECUTED, "seen in the bucket");

        assertThat(result).isEqualTo(new FixResult("a", ChangeState.EXECUTION_FAILED, ChangeState.MANUAL_MARKED_AS_EXECUTED,
                PlannedAction.SKIP, null));
        assertThat(world.trail()).endsWith("a MANUAL_MARKED_AS_EXECUTED 1 by OPERATOR: seen in the bucket");
        assertThat(world.engine().issues()).isEmpty();
        assertThat(world.engine().apply().applied()).isEmpty();
        assertThat(world.files.effects()).containsExactly("a1");
        assertThat(world.store.holder("files")).isNull();
    }

    @Test
    void foundMissingItIsApplied() {
        FixResult result = world.engine().fix("a", Resolution.ROLLED_BACK, null);

        assertThat(result.after()).isEqualTo(ChangeState.MANUAL_MARKED_AS_ROLLED_BACK);
        assertThat(result.nextRun()).isEqualTo(PlannedAction.APPLY);
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).endsWith("a MANUAL_MARKED_AS_ROLLED_BACK 1 by OPERATOR", "a STARTED 2", "a EXECUTED 2");
    }

    @Test
    void aResolutionIsNewerThanEveryMarker() {
        world.change("b", "h2", (effects, context) -> {
            effects.addDdl("table");
            if (context.attempt() == 1) {
                throw new IllegalStateException("half done");
            }
        });
        world.engine().fix("a", Resolution.EXECUTED, null);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        world.engine().fix("b", Resolution.ROLLED_BACK, "dropped the table");

        assertThat(world.engine().apply().applied()).containsExactly("b");
        assertThat(world.h2.effects()).containsExactly("table", "table");
    }

    @Test
    void anUnknownChangeIsRefusedWithTheKnownIssues() {
        assertThatThrownBy(() -> world.engine().fix("aa", Resolution.EXECUTED, null))
                .isInstanceOf(NothingToFixException.class)
                .hasMessage("There is no record of a change 'aa', and this application has none, so there is nothing to"
                        + " resolve. Changes with an issue: a.");
    }

    @Test
    void aChangeWithoutIssueIsRefused() {
        world.engine().fix("a", Resolution.EXECUTED, null);

        assertThatThrownBy(() -> world.engine().fix("a", Resolution.ROLLED_BACK, null))
                .isInstanceOf(NothingToFixException.class)
                .hasMessage("Change 'a' is in state MANUAL_MARKED_AS_EXECUTED, which needs no resolution; nothing was"
                        + " recorded. Only a change that does not count as executed can be resolved.");
        assertThatThrownBy(() -> world.engine().fix("b", Resolution.ROLLED_BACK, null))
                .hasMessageEndingWith("No change has an issue.");
    }

    @Test
    void theHistoryIsTheStores() {
        assertThat(world.engine().history(HistoryQuery.ofChange("a"))).extracting(event -> event.state())
                .containsExactly(ChangeState.EXECUTION_FAILED, ChangeState.STARTED);
    }
}
