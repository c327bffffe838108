package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * A target system that has transactions and keeps no markers: nothing proves what became of a change that was interrupted.
 */
class NoMarkersTest {

    private final World world = new World();

    @BeforeEach
    void keepNone() {
        world.db.keepsNoMarkers();
    }

    @Test
    void anInterruptedChangeIsAnIssueWhetherItWasAppliedOrNot() {
        for (Phase phase : new Phase[] { Phase.STARTED_RECORDED, Phase.TARGET_COMMITTED }) {
            String id = phase.name();
            world.change(id, "db", (effects, context) -> effects.add(id));
            world.killAt(phase, id);

            assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                    .hasMessageContaining("Change '" + id + "' is in state STARTED on target system 'db'");
            world.engine().fix(id, Resolution.EXECUTED, "looked");
        }
        assertThat(world.db.effects()).as("applied once, and the other never").containsExactly("TARGET_COMMITTED");
    }

    @Test
    void anInterruptedChangeIsAppliedAgainWhereThatIsAllowed() {
        world.change("a", "db", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.TARGET_COMMITTED, "a");

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a", "a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a STARTED 2", "a EXECUTED 2");
        assertThat(world.sleeps).as("what the old owner had sent was waited for").isNotEmpty();
    }

    @Test
    void whereMarkersAreKeptNothingIsWaitedFor() {
        world.change("a", "h2", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        world.killAt(Phase.STARTED_RECORDED, "a");

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void aFailureThatTheTargetSystemHasUndoneIsProven() {
        world.change("a", "db", (effects, context) -> {
            effects.add("a");
            throw new IllegalStateException("it broke");
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);

        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
    }

    @Test
    void nothingIsProvenAfterTheStoreWasLost() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "h2", (effects, context) -> effects.add("b"));
        world.engine().apply();
        world.store.lose(World.SERVICE);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("These changes leave no marker and would be applied a second time: a. Nothing");
        assertThat(world.engine().rebuild().undecided()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("a");
    }
}
