package io.quarkiverse.flamingock.runtime.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.settings.OnInactive;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * Changes whose target system is not active at this start.
 */
class InactiveTargetsTest {

    private static final String REASON = "Target system files can't be used: it is switched off. Set files.active to true.";
    private static final String PENDING = "Changes are pending whose target system is not active at this start: ";
    private static final String LEFT_OUT = " They are left out (quarkus.flamingock.on-inactive=skip), with what comes after a"
            + " change of several target systems among them, and stay pending.";

    private final World world = new World();

    @BeforeEach
    void twoTargets() {
        change("a", "db");
        change("b", "files");
        change("c", "db");
        world.inactive.put("files", REASON);
    }

    private void change(String id, String target) {
        world.change(id, target, (effects, context) -> effects.add(id));
    }

    private List<String> said(Runnable run) {
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            run.run();
            return List.copyOf(log.messages());
        }
    }

    @Test
    void failTheStartBeforeAnythingIsApplied() {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(InactiveTargetSystemException.class)
                .hasMessage(PENDING + "b. " + REASON + " Or let them wait for a start at which it is active:"
                        + " quarkus.flamingock.on-inactive=skip. Nothing was applied.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.events()).isEmpty();
    }

    @Test
    void areLeftOutAndStayPending() {
        world.onInactive = OnInactive.SKIP;
        ApplyResult[] result = new ApplyResult[1];
        List<String> said = said(() -> result[0] = world.engine().apply());

        assertThat(said).contains(PENDING + "b. " + REASON + LEFT_OUT).noneMatch(line -> line.startsWith("Left out"));
        assertThat(result[0].applied()).containsExactly("a", "c");
        assertThat(result[0].blocked()).containsExactly("b");
        assertThat(world.engine().plan().changes()).extracting(PlannedChange::id, PlannedChange::action)
                .contains(org.assertj.core.groups.Tuple.tuple("b", PlannedAction.LEAVE_OUT));
        assertThat(said(() -> world.engine().apply())).as("at every start").contains(PENDING + "b. " + REASON + LEFT_OUT);

        world.inactive.clear();
        assertThat(world.engine().apply().applied()).containsExactly("b");
        assertThat(said(() -> world.engine().apply())).containsExactly("Flamingock: nothing pending, 3 changes are up to date");
    }

    private void atStart(Stage stage) {
        world.engine().at(stage).applyAtStart();
    }

    /** Looking at a bean makes it, and it may need the application. */
    @Test
    void thatAreBeansOfALaterPhaseAreLookedAtWhenTheyCanBeMade() {
        world.late("b");

        assertThat(said(() -> atStart(Stage.BEFORE_APPLICATION))).noneMatch(line -> line.startsWith(PENDING));
        assertThat(world.db.effects()).containsExactly("a", "c");
        assertThatThrownBy(() -> atStart(Stage.END_OF_START)).isInstanceOf(InactiveTargetSystemException.class)
                .hasMessageStartingWith(PENDING + "b. " + REASON)
                .hasMessageEndingWith("Nothing of phase APPLICATION was applied.");

        world.onInactive = OnInactive.SKIP;
        assertThat(said(() -> atStart(Stage.BEFORE_APPLICATION))).noneMatch(line -> line.startsWith(PENDING));
        assertThat(said(() -> atStart(Stage.END_OF_START))).containsOnlyOnce(PENDING + "b. " + REASON + LEFT_OUT);
    }

    @Test
    void ofALaterPhaseAreToldAtTheBeginningWhereTheyAreNoBeans() {
        world.late("b");
        world.beans.remove("files");
        assertThatThrownBy(() -> atStart(Stage.BEFORE_APPLICATION)).isInstanceOf(InactiveTargetSystemException.class)
                .hasMessageEndingWith("Nothing was applied.");
        assertThat(world.db.effects()).isEmpty();

        world.onInactive = OnInactive.SKIP;
        assertThat(said(() -> atStart(Stage.BEFORE_APPLICATION))).containsOnlyOnce(PENDING + "b. " + REASON + LEFT_OUT);
        assertThat(said(() -> atStart(Stage.END_OF_START))).noneMatch(line -> line.startsWith(PENDING));
    }

    @Test
    void areToldOnceAtAStart() {
        world.onInactive = OnInactive.SKIP;
        assertThat(said(() -> atStart(Stage.BEFORE_APPLICATION))).containsOnlyOnce(PENDING + "b. " + REASON + LEFT_OUT);
        assertThat(said(() -> atStart(Stage.END_OF_START))).noneMatch(line -> line.startsWith(PENDING));
    }

    @Test
    void areNotAskedForWhereTheyWereApplied() {
        world.inactive.clear();
        world.engine().apply();
        world.inactive.put("files", REASON);
        change("d", "db");

        assertThat(world.engine().apply().applied()).containsExactly("d");
        assertThat(said(() -> world.engine().apply())).containsExactly("Flamingock: nothing pending, 4 changes are up to date");
    }

    @Test
    void ofSeveralTargetSystemsHoldBackWhatComesAfterThem() {
        ChangeDescriptor b = spanning("b", "db", "files");
        world.put(b);
        world.onInactive = OnInactive.SKIP;
        ApplyResult[] result = new ApplyResult[1];
        List<String> said = said(() -> result[0] = world.engine().apply());

        assertThat(result[0].applied()).containsExactly("a");
        assertThat(result[0].blocked()).containsExactly("b", "c");
        assertThat(said).contains("Left out because of a change that was left out, an issue or a failure before them on their"
                + " target system (quarkus.flamingock.on-issue=continue, quarkus.flamingock.on-inactive=skip): c");
    }

    private ChangeDescriptor spanning(String id, String target, String also) {
        world.change(id, target, (effects, context) -> effects.add(id));
        return new ChangeDescriptor(id, id, "team", "", "com.acme." + id, target, List.of(also),
                io.quarkiverse.flamingock.Phase.SCHEMA, true,
                RecoveryStrategy.MANUAL_INTERVENTION, "v1", false, false, index -> {
                    throw new AssertionError("must not run");
                }, 0);
    }

    @Test
    void withAnIssueAreNoIssueOfThisStart() {
        world.inactive.clear();
        world.change("b", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> effects.add("b"), null);
        world.killAt(Phase.WORK_DONE, "b");
        world.inactive.put("files", REASON);
        world.onInactive = OnInactive.SKIP;

        assertThat(world.engine().apply().applied()).containsExactly("c");
        world.inactive.clear();
        world.onIssue = OnIssue.CONTINUE;
        assertThat(world.engine().issues()).hasSize(1);
    }
}
