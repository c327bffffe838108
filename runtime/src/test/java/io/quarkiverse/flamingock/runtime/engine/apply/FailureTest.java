package io.quarkiverse.flamingock.runtime.engine.apply;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.test.memory.CommitFault;
import io.quarkiverse.flamingock.test.memory.Effects;

/**
 * What a run does with changes that throw.
 */
class FailureTest {

    private final World world = new World();

    @Test
    void aFailedTransactionLeavesNothingAndIsAppliedAgainAtTheNextStart() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "db", (effects, context) -> {
                    effects.add("b");
                    if (context.attempt() == 1) {
                        throw new IllegalStateException("no such column, password=hunter2");
                    }
                })
                .change("c", "files", (effects, context) -> effects.add("c"));

        assertThatThrownBy(() -> world.engine().apply())
                .isInstanceOf(ChangeFailedException.class)
                .hasMessageStartingWith("""
                        A change failed.

                          Change 'b' is in state ROLLED_BACK on target system 'db' (com.acme.b)
                          Error: java.lang.IllegalStateException: no such column, password=***
                        """)
                .hasMessageEndingWith(
                        "  The transaction on target system 'db' was undone. Correct the change, or what it needs,"
                                + " and start again: it will be applied then.");
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.trail()).endsWith("b STARTED 1", "b EXECUTION_FAILED 1", "b ROLLED_BACK 1");
        assertThat(world.events()).noneMatch(event -> event.toString().contains("hunter2"));

        assertThat(world.engine().apply().applied()).containsExactly("b", "c");
        assertThat(world.trail()).endsWith("b STARTED 2", "b EXECUTED 2", "c STARTED 1", "c EXECUTED 1");
    }

    @Test
    void aFailureWithoutTransactionIsTakenBackByItsRollback() {
        world.change("a", "files", true, MANUAL_INTERVENTION, FailureTest::halfThenFail,
                (effects, context) -> effects.add("undo"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLED_BACK");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLED_BACK 1");
        assertThat(world.files.effects()).containsExactly("half", "undo");
        assertThat(world.events().get(0).execution().transactional()).isFalse();
    }

    @Test
    void whenTheRollbackThrowsTooBothErrorsAreKept() {
        world.change("a", "files", true, MANUAL_INTERVENTION, FailureTest::halfThenFail, (effects, context) -> {
            throw new IllegalStateException("can't undo");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLBACK_FAILED")
                .hasMessageContaining("can't undo").hasMessageContaining("half done");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLBACK_FAILED 1");
        assertThat(world.events().get(1).error()).contains("half done");
        assertThat(world.events().get(3).error()).contains("can't undo").contains("half done");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void withoutRollbackItIsAnIssueThatSaysWhatToDo() {
        world.change("a", "files", FailureTest::halfThenFail).change("b", "db", (effects, context) -> effects.add("b"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThatThrownBy(() -> world.engine().apply())
                .isInstanceOf(UnresolvedIssueException.class)
                .hasMessageStartingWith("""
                        ISSUES FOUND (1): nothing is applied until a person has settled them.

                          Change 'a' is in state EXECUTION_FAILED on target system 'files' (com.acme.a)
                          Error: java.lang.IllegalStateException: half done
                        """)
                .hasMessageEndingWith("""
                          Its strategy is MANUAL_INTERVENTION. What to do:
                          1. Look at target system 'files' and find out what the change did there.
                          2. Record what you found; this applies nothing and exits:
                             the change is there:      java -Dquarkus.flamingock.fix.change-id=a \
                        -Dquarkus.flamingock.fix.resolution=EXECUTED -jar quarkus-run.jar
                             it is not, or you took it back: java -Dquarkus.flamingock.fix.change-id=a \
                        -Dquarkus.flamingock.fix.resolution=ROLLED_BACK -jar quarkus-run.jar
                          3. Start the application again. After ROLLED_BACK the change is applied again.""");
        assertThat(world.files.effects()).containsExactly("half");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1");
    }

    @Test
    void theStrategyInTodaysCodeUnblocks() {
        world.change("a", "files", FailureTest::halfThenFail);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        world.change("a", "files", true, ALWAYS_RETRY, (effects, context) -> effects.add("whole"), null);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.files.effects()).containsExactly("half", "whole");
    }

    @Test
    void anImplicitCommitMakesItAChangeWithoutTransaction() {
        world.change("a", "h2", true, MANUAL_INTERVENTION, (effects, context) -> {
            effects.addDdl("create table");
            throw new IllegalStateException("half done");
        }, (effects, context) -> effects.add("drop table"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLED_BACK 1");
        assertThat(world.h2.effects()).containsExactly("create table", "drop table");
        world.change("a", "h2", (effects, context) -> effects.addDdl("create table"));
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void whatWasCommittedImplicitlyIsAnIssueAtOnce() {
        world.change("a", "h2", (effects, context) -> {
            effects.addDdl("create table");
            throw new IllegalStateException("half done");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state EXECUTION_FAILED");
        assertThat(world.engine().issues()).extracting(Issue::changeId).containsExactly("a");
        assertThat(world.events()).extracting(AuditField.TRANSACTIONAL::of).containsExactly(true, false);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        assertThat(world.h2.effects()).containsExactly("create table");
    }

    @Test
    void withOnIssueContinueOnlyTheTargetSystemOfTheFailureIsLeftOut() {
        world.onIssue = OnIssue.CONTINUE;
        world.change("a", "files", FailureTest::halfThenFail)
                .change("b", "db", (effects, context) -> effects.add("b"))
                .change("c", "files", (effects, context) -> effects.add("c"));

        ApplyResult failing = world.engine().apply();
        ApplyResult issue = world.engine().apply();

        assertThat(failing.applied()).containsExactly("b");
        assertThat(failing.blocked()).containsExactly("a", "c");
        assertThat(issue.applied()).isEmpty();
        assertThat(issue.blocked()).containsExactly("a", "c");
        assertThat(world.files.effects()).containsExactly("half");
        world.onIssue = OnIssue.STOP;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void anOutcomeThatNobodyKnowsIsLeftToTheMarker() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextCommit(CommitFault.ANSWER_LOST);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessage(
                        "It is not known whether change 'a' took effect on target system 'db'; its error says why. It stays in"
                                + " state STARTED; the next start asks the target system for its marker.");
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1 by MARKER");
        assertThat(world.events().get(1).state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(world.db.effects()).containsExactly("a");
    }

    private static void halfThenFail(Effects effects, ChangeContext context) {
        effects.add("half");
        throw new IllegalStateException("half done");
    }
}
