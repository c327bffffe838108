package io.quarkiverse.flamingock.runtime.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.OutOfOrderChangeException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * What the two phases mean for orders.
 */
class PhasesTest {

    private final World world = new World();

    private void change(String id) {
        world.change(id, "db", (effects, context) -> effects.add(id));
    }

    @Test
    void everyReleaseHasBoth() {
        world.onOutOfOrder = OnOutOfOrder.FAIL;
        change("1");
        change("2-late");
        world.late("2-late");
        world.engine().apply();
        change("3");
        change("4-late");
        world.late("4-late");

        assertThat(world.engine().plan().changes()).filteredOn(PlannedChange::outOfOrder).isEmpty();
        world.engine().apply();
        assertThat(world.db.effects()).containsExactly("1", "2-late", "3", "4-late");
    }

    @Test
    void whatIsLeftForTheEndOfTheStartIsNotOutOfOrder() {
        world.onOutOfOrder = OnOutOfOrder.FAIL;
        change("1-late");
        change("2");
        world.late("1-late");
        world.engine().at(Stage.BEFORE_APPLICATION).applyAtStart();

        assertThat(world.engine().plan().pending()).singleElement().matches(change -> !change.outOfOrder());
        world.engine().apply();
        assertThat(world.db.effects()).containsExactly("2", "1-late");
    }

    @Test
    void aPendingChangeBeforeAnExecutedOneOfItsPhaseIsOutOfOrder() {
        world.onOutOfOrder = OnOutOfOrder.FAIL;
        change("1");
        change("4-late");
        world.late("4-late");
        world.engine().apply();
        change("3-late");
        world.late("3-late");

        assertThatThrownBy(() -> world.engine().at(Stage.BEFORE_APPLICATION).applyAtStart())
                .as("said before anything of the start is applied").isInstanceOf(OutOfOrderChangeException.class)
                .hasMessageContaining("\n  3-late (order 3-late");
    }

    @Test
    void aChangeThatMovesToAnotherPhaseIsNotAppliedAgain() {
        change("1");
        world.engine().apply();
        world.late("1");

        assertThat(world.engine().plan().changes()).singleElement().satisfies(change -> {
            assertThat(change.edited()).isFalse();
            assertThat(change.reordered()).isFalse();
        });
        assertThat(world.engine().apply().applied()).isEmpty();
    }

    @Test
    void aRemovedChangeHasItsPlaceAmongThoseOfTheFirstPhase() {
        change("1-late");
        change("2");
        world.late("1-late");
        world.killAt(Phase.STARTED_RECORDED, "2");
        world.remove("2");

        assertThat(world.engine().plan().changes()).extracting(PlannedChange::id).containsExactly("2", "1-late");
    }

    @Test
    void aBaselineUpToAnOrderIsOfBothPhases() {
        change("1-late");
        change("2");
        change("3");
        world.late("1-late");
        world.baseline = new Settings.Baseline(BaselineScope.to("2"), null);

        world.engine().at(Stage.BEFORE_APPLICATION).applyAtStart();
        assertThat(world.db.effects()).containsExactly("3");
        assertThat(world.engine().plan().pending()).as("that of the end of the start is there already").isEmpty();

        change("1-more");
        world.late("1-more");
        assertThat(world.engine().plan().pending()).as("merged in later, so it is not").singleElement()
                .extracting(change -> change.id() + " " + change.action()).isEqualTo("1-more APPLY");
    }
}
