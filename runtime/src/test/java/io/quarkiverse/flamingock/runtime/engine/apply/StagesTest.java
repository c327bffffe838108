package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;

/**
 * A start applies its changes at two moments.
 */
class StagesTest {

    private final World world = new World();

    private void change(String id, String target) {
        world.change(id, target, (effects, context) -> effects.add(id));
    }

    private void failing(String id, String target) {
        world.change(id, target, false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("half");
            throw new IllegalStateException("planted");
        }, null);
    }

    private String settled() {
        return new InMemoryAuditStore(world.store).head(World.SERVICE).settled();
    }

    private boolean begin() {
        return world.engine().at(Stage.BEFORE_APPLICATION).applyAtStart();
    }

    private boolean end() {
        return world.engine().at(Stage.END_OF_START).applyAtStart();
    }

    @Test
    void eachPhaseIsAppliedInOrderAtItsMoment() {
        change("1-late", "db");
        change("2-early", "db");
        change("3-early", "files");
        change("4-late", "db");
        world.late("1-late").late("4-late");

        assertThat(begin()).as("something is left").isTrue();
        assertThat(world.db.effects()).containsExactly("2-early");
        assertThat(world.files.effects()).containsExactly("3-early");
        assertThat(settled()).as("not everything is done").isNull();

        assertThat(end()).isFalse();
        assertThat(world.db.effects()).containsExactly("2-early", "1-late", "4-late");
        assertThat(world.engine().status().upToDate()).isTrue();
    }

    @Test
    void nothingPendingIsOneReadForBothPhases() {
        change("a", "db");
        change("b", "db");
        world.late("b");
        begin();
        end();

        int before = world.store.reads();
        assertThat(begin()).isFalse();
        assertThat(world.store.reads() - before).isEqualTo(1);
    }

    @Test
    void onlyWhatIsAtTheEndIsPending() {
        change("a", "db");
        begin();
        change("b", "db");
        world.late("b");

        assertThat(begin()).isTrue();
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(end()).isFalse();
        assertThat(world.db.effects()).containsExactly("a", "b");
        assertThat(begin()).isFalse();
    }

    @Test
    void whatIsAskedForLaterAppliesBoth() {
        change("1-late", "db");
        change("2-early", "db");
        world.late("1-late");

        assertThat(world.engine().plan().changes()).extracting(PlannedChange::phase).containsExactly(Phase.SCHEMA,
                Phase.APPLICATION);
        assertThat(world.engine().apply().applied()).containsExactly("2-early", "1-late");
    }

    @Test
    void anIssueAtTheEndStopsTheBeginning() {
        failing("late", "files");
        world.late("late");
        begin();
        assertThatThrownBy(this::end).isInstanceOf(ChangeFailedException.class).hasMessageContaining("planted");
        change("early", "db");

        assertThatThrownBy(this::begin).hasMessageContaining("late");
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void whatAFailureLeftAtTheBeginningHoldsBackWhatBuildsOnIt() {
        world.onIssue = OnIssue.CONTINUE;
        failing("a", "files");
        change("b", "files");
        change("c", "files");
        change("d", "db");
        world.late("c").late("d");

        assertThat(begin()).isTrue();
        assertThat(end()).isFalse();
        assertThat(world.files.effects()).containsExactly("half");
        assertThat(world.db.effects()).containsExactly("d");
        assertThat(settled()).isNull();
    }

    @Test
    void whatBecomesPendingTooLateIsForTheNextStart() {
        change("late", "db");
        change("other", "files");
        world.late("late").late("other");
        begin();
        change("early", "db");

        assertThat(end()).isFalse();
        assertThat(world.db.effects()).as("nor what may build on it").isEmpty();
        assertThat(world.files.effects()).containsExactly("other");

        assertThat(begin()).isTrue();
        end();
        assertThat(world.db.effects()).containsExactly("early", "late");
    }

    @Test
    void withoutItsAuditStoreAStartAppliesNothingAtItsEnd() {
        world.failOnAuditUnavailable = false;
        change("late", "db");
        world.late("late");
        world.store.down(true);
        assertThat(begin()).isFalse();

        world.failOnAuditUnavailable = true;
        assertThatThrownBy(this::begin).isInstanceOf(AuditStoreUnavailableException.class);
    }
}
