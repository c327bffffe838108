package io.quarkiverse.flamingock.runtime.engine.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Markers;

/**
 * The probe of a change of phase APPLICATION may need the application, so the beginning of a start does not ask it.
 */
class EarlyProbeTest {

    private final World world = new World();
    private boolean applicationRuns;
    private int asked;

    @BeforeEach
    void aTopicThatNeedsTheApplication() {
        world.change("topic", "files", false, RecoveryStrategy.MANUAL_INTERVENTION,
                (effects, context) -> effects.add("topic"), null)
                .probe("topic", () -> {
                    assertThat(applicationRuns).as("the application runs").isTrue();
                    asked++;
                    return world.files.effects().contains("topic") ? ProbeResult.APPLIED : ProbeResult.NOT_APPLIED;
                }).late("topic");
    }

    private boolean begin() {
        applicationRuns = false;
        return world.engine().at(Stage.BEFORE_APPLICATION).applyAtStart();
    }

    private void end() {
        applicationRuns = true;
        world.engine().at(Stage.END_OF_START).applyAtStart();
    }

    private void early(String id) {
        world.change(id, "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> effects.add(id), null);
    }

    @Test
    void anInterruptedChangeIsNeitherAnIssueNorAppliedBeforeItIsAsked() {
        applicationRuns = true;
        world.killAt(Phase.TARGET_COMMITTED, "topic");
        early("folder");

        assertThat(begin()).isTrue();
        assertThat(world.files.effects()).as("its target system is the same").containsExactly("topic", "folder");
        assertThat(world.engine().plan().pending()).singleElement()
                .satisfies(change -> assertThat(change.action()).isEqualTo(PlannedAction.RESOLVE));
        end();
        assertThat(asked).isEqualTo(2);
        assertThat(world.files.effects()).containsExactly("topic", "folder");
        assertThat(world.trail()).endsWith("topic EXECUTED 1 by PROBE");
    }

    @Test
    void aFirstExecutionIsPrecededByItAtTheEnd() {
        early("folder");
        assertThat(begin()).isTrue();
        assertThat(asked).isZero();
        end();
        assertThat(asked).isEqualTo(1);
        assertThat(world.files.effects()).containsExactly("folder", "topic");
    }

    /** What is applied at the beginning ends the search for another history, so all is looked at that can be. */
    @Test
    void aLostAuditStoreIsNoticedAtTheBeginning() {
        applicationRuns = true;
        world.change("row", "db", (effects, context) -> effects.add("row")).late("row");
        early("folder");
        world.engine().apply();
        world.store.lose(World.SERVICE);
        world.beans.clear();

        assertThatThrownBy(this::begin).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("the audit store was lost").hasMessageContaining("folder");
        assertThat(world.files.effects()).containsExactly("folder", "topic");
    }

    @Test
    void aTargetSystemThatIsABeanIsNotOpenedBeforeItsTime() {
        world.change("row", "db", (effects, context) -> effects.add("row"));
        world.late("row");
        early("folder");
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Markers fence(Claim claim, String service) {
                throw new AssertionError("opened");
            }

            @Override
            public Markers fence(Claim claim, String service, BooleanSupplier ended) {
                throw new AssertionError("opened");
            }
        });

        assertThat(begin()).isTrue();
        assertThat(world.files.effects()).containsExactly("folder");
    }
}
