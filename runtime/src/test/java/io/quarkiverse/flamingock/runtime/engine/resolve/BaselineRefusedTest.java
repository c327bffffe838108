package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.error.ForeignHistoryException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * A baseline where more is known than that nothing was run.
 */
class BaselineRefusedTest {

    private final World world = new World();

    @BeforeEach
    void twoChanges() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.change("b", "files", (effects, context) -> {
            effects.add("half");
            throw new IllegalStateException("no more");
        });
    }

    @Test
    void anUnknownOrder() {
        refused(BaselineScope.to("aa"), "A baseline up to order 'aa' is not possible: no change of this application has that"
                + " order. Orders: a, b. Nothing was recorded.");
    }

    @Test
    void unknownChanges() {
        refused(BaselineScope.of("a", "x", "y"),
                "A baseline names what this application does not have: x, y. Its changes: a, b."
                        + " Nothing was recorded.");
        assertThat(world.events()).isEmpty();
    }

    @Test
    void namesTenOfMany() {
        World many = new World();
        for (char id = 'a'; id <= 'l'; id++) {
            many.change(String.valueOf(id), "db", (effects, context) -> effects.add("x"));
        }
        refused(many, BaselineScope.to("z"),
                "A baseline up to order 'z' is not possible: no change of this application has that"
                        + " order. Orders: a, b, c, d, e, f, g, h, i, j and 2 more. Nothing was recorded.");
    }

    @Test
    void noChanges() {
        refused(new World(), BaselineScope.of("x"), "A baseline names what this application does not have: x. There are no"
                + " changes. Nothing was recorded.");
    }

    @Test
    void anIssue() {
        assertThatThrownBy(() -> world.engine().apply());

        refused(BaselineScope.to("b"), "The baseline was refused and nothing of it is recorded: change 'b' is in state"
                + " EXECUTION_FAILED, so it was run here and its outcome is open. Look at target system 'files', and record what"
                + " you found; this applies nothing and exits:"
                + "\n  the change is there:      java -Dquarkus.flamingock.fix.change-id=b"
                + " -Dquarkus.flamingock.fix.resolution=EXECUTED -jar quarkus-run.jar"
                + "\n  it is not, or you took it back: java -Dquarkus.flamingock.fix.change-id=b"
                + " -Dquarkus.flamingock.fix.resolution=ROLLED_BACK -jar quarkus-run.jar"
                + "\nThen try again.");
    }

    @Test
    void anInterruptedChange() {
        world.killAt(Phase.WORK_DONE, "a");

        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.to("b"), null))
                .isInstanceOf(BaselineRefusedException.class)
                .hasMessageContaining(
                        "change 'a' is in state STARTED, so an execution of it was interrupted and may have had an"
                                + " effect. Look at target system 'db'");
        assertThat(world.trail()).containsExactly("a STARTED 1");
    }

    @Test
    void whatAPersonFoundNotToBeThere() {
        assertThatThrownBy(() -> world.engine().apply());
        world.engine().fix("b", Resolution.ROLLED_BACK, "took it back");

        refused(BaselineScope.to("b"), "The baseline was refused and nothing of it is recorded: change 'b' is in state"
                + " MANUAL_MARKED_AS_ROLLED_BACK: somebody has taken it back, or found that it is not there. Leave it out, so"
                + " that the next run applies it; or, if it is there, record that by itself, with the reason in the place of"
                + " <why>:\n  java -Dquarkus.flamingock.fix.change-id=b -Dquarkus.flamingock.fix.resolution=EXECUTED"
                + " '-Dquarkus.flamingock.fix.reason=<why>' -jar quarkus-run.jar");
    }

    @Test
    void whatIsThereInPart() {
        world.remove("b").change("c", "h2", (effects, context) -> effects.add("c"));
        world.h2.putMarker(World.SERVICE, new Marker("c", 0, "v1", Marker.State.IN_PROGRESS));

        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.of("c"), null))
                .isInstanceOf(BaselineRefusedException.class)
                .hasMessageContaining("change 'c' is there in part, as its marker in target system 'h2' says. Look there, and"
                        + " complete it or take it back; or, if it is there, record that by itself");
    }

    @Test
    void whatItsProbeDoesNotFind() {
        world.probe("b", () -> ProbeResult.NOT_APPLIED);

        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.to("b"), null))
                .isInstanceOf(BaselineRefusedException.class)
                .hasMessageContaining(
                        "change 'b' is not there, as its probe in target system 'files' says. Leave it out, so that"
                                + " the next run applies it; or, if it is there");
        assertThat(world.events()).isEmpty();
        world.probe("b", () -> ProbeResult.APPLIED);
        assertThat(world.engine().baseline(BaselineScope.to("b"), null).executed()).containsExactly("a", "b");
    }

    @Test
    void aLostStoreIsNotTakenForADatabaseWithoutHistory() {
        world.engine().baseline(BaselineScope.to("b"), null);
        world.store.lose(World.SERVICE);

        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.of("a"), null))
                .isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("would be applied a second time: b.");
        assertThat(world.engine().baseline(BaselineScope.to("b"), null).executed()).containsExactly("a", "b");
    }

    @Test
    void aHistoryUnderAnotherNameIsStillFound() {
        world.change("c", "h2", (effects, context) -> effects.add("c"));
        world.h2.putMarker("other", new Marker("c", 1, "v1", Marker.State.APPLIED));

        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.of("a"), null))
                .isInstanceOf(ForeignHistoryException.class)
                .hasMessageContaining("target system 'h2' holds markers of these changes");
    }

    private void refused(BaselineScope scope, String message) {
        refused(world, scope, message);
    }

    private static void refused(World world, BaselineScope scope, String message) {
        assertThatThrownBy(() -> world.engine().baseline(scope, null)).isInstanceOf(BaselineRefusedException.class)
                .hasMessage(message);
    }
}
