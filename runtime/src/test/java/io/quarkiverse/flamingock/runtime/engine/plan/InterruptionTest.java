package io.quarkiverse.flamingock.runtime.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * Rows K12, K13 and K16: a process that dies again and again, and one that dies in a rollback.
 */
class InterruptionTest {

    private final World world = new World();

    @Test
    void interruptionsInARowAreCounted() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.killAt(Phase.STARTED_RECORDED, "a");
        world.engine().apply();

        assertThat(world.events()).filteredOn(event -> event.state() == ChangeState.STARTED)
                .extracting(AuditField.INTERRUPTIONS::of).containsExactly(0, 1, 2);
        assertThat(world.trail()).endsWith("a ROLLED_BACK 2 by MARKER", "a STARTED 3", "a EXECUTED 3");
    }

    @Test
    void aFailureInBetweenCountsAnew() {
        world.change("a", "db", (effects, context) -> {
            throw new IllegalStateException("it broke");
        });
        world.killAt(Phase.STARTED_RECORDED, "a");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        world.killAt(Phase.STARTED_RECORDED, "a");

        assertThat(world.events()).last().extracting(AuditField.INTERRUPTIONS::of).isEqualTo(0);
    }

    @Test
    void afterTheLimitAPersonMustLook() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        for (int i = 0; i < 5; i++) {
            world.killAt(Phase.STARTED_RECORDED, "a");
        }

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                    .hasMessageContaining(
                            """
                                      Error: none recorded: the process ended while the change was running. That has happened 5 times in \
                                    a row (quarkus.flamingock.max-interrupted-attempts=5), so the change is not tried again by itself: \
                                    find out what ends the process
                                    """)
                    .hasMessageContaining("1. Look at target system 'db' and find out what the change did there. What it had"
                            + " sent last may take effect a little later.\n");
        }
        assertThat(world.db.effects()).isEmpty();

        world.engine().fix("a", Resolution.ROLLED_BACK, "more memory");
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.events()).last().extracting(AuditField.INTERRUPTIONS::of).isEqualTo(0);
    }

    @Test
    void theLimitHoldsUnderAlwaysRetryToo() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> effects.add("a"), null);
        for (int i = 0; i < 5; i++) {
            world.killAt(Phase.STARTED_RECORDED, "a");
        }

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("5 times in a row");
        assertThat(world.engine().issues()).singleElement().satisfies(
                issue -> assertThat(issue.error()).contains("5 times in a row"));
    }

    @Test
    void aChangeThatIsProvenToBeThereIsNotCounted() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        for (int i = 0; i < 4; i++) {
            world.killAt(Phase.STARTED_RECORDED, "a");
        }
        world.killAt(Phase.TARGET_COMMITTED, "a");

        assertThat(world.engine().apply().resolved()).containsExactly("a");
    }

    @Test
    void anInterruptedRollbackIsAnIssue() {
        world.change("a", "files", true, RecoveryStrategy.MANUAL_INTERVENTION, InterruptionTest::halfThenFail,
                (effects, context) -> effects.add("undo"));
        world.killAt(Phase.ROLLBACK_DONE, "a");

        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("Change 'a' is in state ROLLBACK_STARTED on target system 'files' (com.acme.a)")
                .hasMessageContaining("Error: ROLLBACK_INTERRUPTED: the process ended while the rollback of the change was"
                        + " running. Before, the change had failed: java.lang.IllegalStateException: half done");
        world.engine().fix("a", Resolution.ROLLED_BACK, null);
        assertThat(world.engine().plan().pending()).hasSize(1);
    }

    @Test
    void anInterruptedRollbackIsAppliedAgainWhereThatIsAllowed() {
        world.change("a", "files", true, RecoveryStrategy.ALWAYS_RETRY, (effects, context) -> {
            effects.add("half " + context.attempt());
            if (context.attempt() == 1) {
                throw new IllegalStateException("half done");
            }
        }, (effects, context) -> effects.add("undo"));
        world.killAt(Phase.FAILURE_RECORDED, "a");

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.files.effects()).containsExactly("half 1", "half 2");
    }

    private static void halfThenFail(io.quarkiverse.flamingock.test.memory.Effects effects,
            io.quarkiverse.flamingock.ChangeContext context) {
        effects.add("half");
        throw new IllegalStateException("half done");
    }
}
