package io.quarkiverse.flamingock.runtime.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.DelegatingLock;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Row T5: a change that was interrupted and then removed from the code.
 */
class RemovedChangeTest {

    private final World world = new World();

    private void interrupted(String target, RecoveryStrategy recovery, Phase phase) {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();
        world.change("b", target, true, recovery, (effects, context) -> effects.add("b"), null);
        world.killAt(phase, "b");
        world.remove("b");
    }

    @ParameterizedTest
    @EnumSource
    void isAnIssueWhateverItsStrategyWas(RecoveryStrategy recovery) {
        interrupted("files", recovery, Phase.WORK_DONE);

        assertThat(world.engine().issues()).singleElement().satisfies(issue -> {
            assertThat(issue.changeId()).isEqualTo("b");
            assertThat(issue.source()).isEqualTo("no longer in the application");
        });
        assertThat(world.engine().plan().changes()).extracting(change -> change.id() + " " + change.action())
                .containsExactly("a SKIP", "b STOP", "c SKIP");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class).hasMessage("""
                ISSUES FOUND (1): nothing is applied until a person has settled them.

                  Change 'b' is in state STARTED on target system 'files' (no longer in the application)
                  Error: none recorded: the process ended while the change was running
                  It is no longer in the application, so no strategy says what to do with it. What to do:
                  1. Look at target system 'files' and find out what the change did there. What it had sent last may take \
                effect a little later.
                  2. Record what you found; this applies nothing and exits:
                     the change is there:      java -Dquarkus.flamingock.fix.change-id=b \
                -Dquarkus.flamingock.fix.resolution=EXECUTED -jar quarkus-run.jar
                     it is not, or you took it back: java -Dquarkus.flamingock.fix.change-id=b \
                -Dquarkus.flamingock.fix.resolution=ROLLED_BACK -jar quarkus-run.jar
                  3. Start the application again. Nothing of this change is applied.""");
    }

    @ParameterizedTest
    @EnumSource
    void isNoneAnyMoreOnceAPersonHasSettledIt(Resolution resolution) {
        interrupted("files", RecoveryStrategy.MANUAL_INTERVENTION, Phase.WORK_DONE);
        world.engine().fix("b", resolution, null);

        assertThat(world.engine().issues()).isEmpty();
        assertThat(world.engine().apply().applied()).isEmpty();
        assertThat(world.files.effects()).containsExactly("b");
        int reads = world.store.reads();
        world.engine().apply();
        assertThat(world.store.reads() - reads).as("settled").isEqualTo(1);
    }

    @Test
    void failuresAreIssuesToo() {
        for (boolean rollback : new boolean[] { false, true }) {
            World here = new World();
            World.Code failing = (effects, context) -> {
                effects.add("b");
                throw new IllegalStateException("planted");
            };
            here.change("b", "files", true, RecoveryStrategy.ALWAYS_RETRY, failing, rollback ? failing : null);
            assertThatThrownBy(() -> here.engine().apply()).isInstanceOf(FlamingockException.class);
            here.remove("b").change("c", "db", (effects, context) -> effects.add("c"));

            assertThat(here.engine().issues()).singleElement().satisfies(issue -> assertThat(issue.state())
                    .isEqualTo(rollback ? ChangeState.ROLLBACK_FAILED : ChangeState.EXECUTION_FAILED));
            assertThatThrownBy(() -> here.engine().apply()).hasMessageContaining("planted");
        }
    }

    @Test
    void whatComesAfterItOnItsTargetSystemIsLeftOutOnRequest() {
        interrupted("files", RecoveryStrategy.MANUAL_INTERVENTION, Phase.WORK_DONE);
        world.change("d", "files", (effects, context) -> effects.add("d"))
                .change("e", "db", (effects, context) -> effects.add("e"));
        world.onIssue = OnIssue.CONTINUE;

        ApplyResult result = world.engine().apply();
        assertThat(result.applied()).containsExactly("e");
        assertThat(result.blocked()).containsExactly("b");
        assertThat(world.engine().apply().blocked()).as("never settled").containsExactly("b", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = { "STARTED_RECORDED", "TARGET_COMMITTED" })
    void itsMarkerSaysWhatBecameOfATransaction(Phase phase) {
        interrupted("db", RecoveryStrategy.MANUAL_INTERVENTION, phase);

        assertThat(world.engine().issues()).isEmpty();
        assertThat(world.engine().plan().pending()).extracting(change -> change.id() + " " + change.action())
                .containsExactly("b RESOLVE");
        assertThat(world.engine().apply().resolved()).containsExactly("b");
        boolean there = phase == Phase.TARGET_COMMITTED;
        assertThat(world.trail()).endsWith("b " + (there ? "EXECUTED" : "ROLLED_BACK") + " 1 by MARKER");
        assertThat(world.db.effects()).hasSize(there ? 3 : 2);
        assertThat(world.engine().plan().unknown()).hasSize(there ? 1 : 0);
        int reads = world.store.reads();
        world.engine().apply();
        assertThat(world.store.reads() - reads).as("settled").isEqualTo(1);
    }

    @Test
    void nobodyCanBeAskedWhereTheTargetSystemHasGoneToo() {
        world.change("b", "h2", (effects, context) -> effects.add("b"));
        world.killAt(Phase.TARGET_COMMITTED, "b");
        world.remove("b").removeTarget("h2");

        assertThat(world.engine().issues()).hasSize(1);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    /** Row L12: beside a newer version that is just applying it, an older one is started. */
    @ParameterizedTest
    @ValueSource(strings = { "files", "db" })
    void whatANewerVersionIsApplyingIsNoIssueAndNotWaitedFor(String target) {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.change("b", target, (effects, context) -> {
            world.remove("b");
            assertThat(world.engine().issues()).isEmpty();
            assertThat(world.engine().plan().pending()).extracting(change -> change.action())
                    .containsExactly(PlannedAction.WAIT);
            ApplyResult older = world.engine().apply();
            assertThat(older.skipped()).isEqualTo(1);
            assertThat(older.blocked()).isEmpty();
            assertThat(world.sleeps).isEmpty();
        });
        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void becomesOneWhenTheNewerVersionHasDied() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.change("b", "files", (effects, context) -> effects.add("b"));
        world.killAt(Phase.WORK_DONE, "b");
        world.remove("b");
        world.clock.advance(World.LEASE.multipliedBy(-1));
        assertThat(world.engine().apply().blocked()).isEmpty();
        world.clock.advance(World.LEASE);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    /** The same, where it begins after the older version has looked. */
    @Test
    void whatANewerVersionBeginsMeanwhileElsewhereIsNoIssue() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.locks = lock -> new DelegatingLock(lock) {
            @Override
            public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
                world.locks = plain -> plain;
                world.change("b", "files", (effects, context) -> effects.add("b"));
                world.remove("a");
                world.killAt(Phase.WORK_DONE, "b");
                world.clock.advance(World.LEASE.multipliedBy(-1));
                return super.tryAcquire(name, owner, duration);
            }
        };
        assertThat(world.engine().apply().applied()).containsExactly("a");
        world.clock.advance(World.LEASE);
        world.remove("b");
        assertThat(world.engine().issues()).hasSize(1);
        assertThatThrownBy(() -> world.engine().apply()).as("not settled").isInstanceOf(UnresolvedIssueException.class);
    }
}
