package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A baseline that is configured, and stays.
 */
class BaselineOfEveryStartTest {

    private final World world = new World();

    @BeforeEach
    void upToTheSecondOfThree() {
        for (String id : List.of("a", "c", "e")) {
            change(id);
        }
        world.baseline = new Settings.Baseline(BaselineScope.to("c"), "old");
    }

    @Test
    void isRecordedBeforeTheRestIsApplied() {
        assertThat(world.engine().plan().changes()).extracting(PlannedChange::action).containsExactly(PlannedAction.BASELINE,
                PlannedAction.BASELINE, PlannedAction.APPLY);
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            assertThat(world.engine().apply().applied()).containsExactly("e");
            assertThat(log.messages())
                    .startsWith("Baseline: 2 changes are recorded as executed without running them: a, c");
        }
        assertThat(world.db.effects()).containsExactly("e");
        assertThat(world.trail()).startsWith("a MANUAL_MARKED_AS_EXECUTED 1 by BASELINE: old",
                "c MANUAL_MARKED_AS_EXECUTED 1 by BASELINE: old");
    }

    @Test
    void doesNothingTheSecondTime() {
        world.engine().apply();
        int reads = world.store.reads();
        int fences = world.db.fences();

        world.engine().apply();

        assertThat(world.store.reads() - reads).isEqualTo(1);
        assertThat(world.db.fences()).isEqualTo(fences);
        assertThat(world.engine().plan().pending()).isEmpty();
    }

    @Test
    void isDoneOnceItsLastChangeCountsAsExecuted() {
        world.engine().apply();
        change("b");
        int fences = world.db.fences();

        assertThat(world.engine().plan().pending()).extracting(PlannedChange::action).containsExactly(PlannedAction.APPLY);
        assertThat(world.engine().apply().applied()).containsExactly("b");
        assertThat(world.db.effects()).containsExactly("e", "b");
        assertThat(world.db.fences() - fences).as("by the run only").isEqualTo(1);
    }

    @Test
    void isDoneWhereEverythingWasAppliedBefore() {
        world.baseline = null;
        world.engine().apply();
        world.baseline = new Settings.Baseline(BaselineScope.to("c"), null);
        change("b");

        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void canBeMovedOn() {
        world.engine().apply();
        change("g");
        change("i");
        world.baseline = new Settings.Baseline(BaselineScope.to("g"), null);

        assertThat(world.engine().apply().applied()).containsExactly("i");
    }

    @Test
    void canNameChanges() {
        world.baseline = new Settings.Baseline(BaselineScope.of("c"), null);

        assertThat(world.engine().apply().applied()).containsExactly("a", "e");
        change("b");
        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void killedBeforeTheMarkersIsCompletedByTheNextStart() {
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                world.store.down(true);
                throw new AssertionError("killed");
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).hasMessage("killed");
        world.store.down(false);
        world.clock.advance(World.LEASE.plusSeconds(1));
        world.target(world.db);

        assertThat(world.engine().apply().applied()).containsExactly("e");

        world.store.lose(World.SERVICE);
        assertThat(world.engine().rebuild().executed()).containsExactly("a", "c", "e");
    }

    @Test
    void anUnknownOrderStopsTheStart() {
        world.baseline = new Settings.Baseline(BaselineScope.to("d"), null);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(BaselineRefusedException.class)
                .hasMessageStartingWith("A baseline up to order 'd' is not possible: no change of this application has that"
                        + " order. Orders: a, c, e.");
        assertThat(world.db.effects()).isEmpty();
    }

    private void change(String id) {
        world.change(id, "db", (effects, context) -> effects.add(id));
    }
}
