package io.quarkiverse.flamingock.runtime.engine;

import static io.quarkiverse.flamingock.RecoveryStrategy.ALWAYS_RETRY;
import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ApplyResult;
import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ChangeFailedException;
import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.Issue;
import io.quarkiverse.flamingock.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.UnresolvedIssueException;
import io.quarkiverse.flamingock.memory.CommitFault;
import io.quarkiverse.flamingock.memory.Effects;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;

/**
 * What a run does with changes that succeed and changes that throw.
 */
class ApplyTest {

    private final World world = new World();

    @Test
    void changesAreAppliedInOrderOverAllTargetSystemsAndOnlyOnce() {
        world.change("c", "files", (effects, context) -> effects.add("c"))
                .change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "db", (effects, context) -> effects.add("b"));

        ApplyResult first = world.engine().apply();
        ApplyResult second = world.engine().apply();

        assertThat(first.applied()).containsExactly("a", "b", "c");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1", "b STARTED 1", "b EXECUTED 1",
                "c STARTED 1", "c EXECUTED 1");
        assertThat(world.db.effects()).containsExactly("a", "b");
        assertThat(world.files.effects()).containsExactly("c");
        assertThat(second).extracting(ApplyResult::executionId, ApplyResult::applied, ApplyResult::skipped)
                .containsExactly(null, List.of(), 3);
    }

    @Test
    void nothingPendingIsOneReadAndNoWrite() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        int reads = world.store.reads();
        int writes = world.store.writes();

        world.engine().apply();

        assertThat(world.store.reads() - reads).isEqualTo(1);
        assertThat(world.store.writes() - writes).isZero();
    }

    @Test
    void eachChangeCostsOneAuditWrite() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        int one = world.store.writes();
        world.change("b", "db", (effects, context) -> effects.add("b"));
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();

        // prepare, acquire, STARTED, EXECUTED, release; and one more for the second change
        assertThat(one).isEqualTo(5);
        assertThat(world.store.writes() - one).isEqualTo(6);
    }

    @Test
    void startedIsDurableBeforeTheEffect() {
        world.change("a", "files", (effects, context) -> {
            assertThat(world.trail()).containsExactly("a STARTED 1");
            effects.add("a");
        });

        world.engine().apply();

        assertThat(world.files.effects()).containsExactly("a");
    }

    @Test
    void theLocksAreReleasedAndTheirTokensGrow() {
        world.change("a", "db", (effects, context) -> assertThat(world.store.holder("db").token()).isEqualTo(1));
        world.engine().apply();
        assertThat(world.store.holder("db")).isNull();
        world.change("b", "db", (effects, context) -> assertThat(world.store.holder("db").token()).isEqualTo(2));
        world.engine().apply();

        assertThat(world.events()).extracting(AuditEvent::token).containsExactly(1L, 1L, 2L, 2L);
        assertThat(world.renewals).isEmpty();
    }

    @Test
    void onlyTargetSystemsWithSomethingPendingAreTouched() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.change("b", "files", (effects, context) -> assertThat(world.store.holder("db")).isNull());
        world.engine().apply();

        assertThat(world.db.fences()).isEqualTo(1);
        assertThat(world.files.fences()).isEqualTo(1);
    }

    @Test
    void theContextTellsOfTheExecution() {
        ChangeContext[] seen = new ChangeContext[1];
        world.change("a", "db", (effects, context) -> seen[0] = context);

        world.engine().apply();

        assertThat(seen[0]).isEqualTo(new ChangeContext("a", "run-1", 1, "db", 1, "shop/a"));
    }

    @Test
    void anEventTellsWhoWhenAndWhat() {
        world.change("a", "db", (effects, context) -> world.clock.advance(Duration.ofMillis(42)));

        world.engine().apply();

        AuditEvent executed = world.events().get(1);
        assertThat(executed.duration()).hasMillis(42);
        assertThat(executed).extracting(AuditEvent::executedBy, AuditEvent::host, AuditEvent::applicationVersion,
                AuditEvent::tag, AuditEvent::checksum, AuditEvent::source, AuditEvent::order, AuditEvent::author,
                AuditEvent::executionId, AuditEvent::transactional, AuditEvent::recovery, AuditEvent::error)
                .containsExactly("bob", "pod-1", "1.0", "r1", "v1", "com.acme.a", "a", "team", "run-1", true,
                        MANUAL_INTERVENTION, null);
        assertThat(executed.time()).isEqualTo(world.clock.instant());
    }

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
                .hasMessageEndingWith("  Nothing of it is left in the target system. Correct the change, or what it needs,"
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
        world.change("a", "files", true, MANUAL_INTERVENTION, ApplyTest::halfThenFail,
                (effects, context) -> effects.add("undo"));

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLED_BACK");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        assertThat(world.files.effects()).containsExactly("half", "undo");
        assertThat(world.events().get(0).transactional()).isFalse();
    }

    @Test
    void whenTheRollbackThrowsTooBothErrorsAreKept() {
        world.change("a", "files", true, MANUAL_INTERVENTION, ApplyTest::halfThenFail, (effects, context) -> {
            throw new IllegalStateException("can't undo");
        });

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLBACK_FAILED")
                .hasMessageContaining("can't undo").hasMessageContaining("half done");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_FAILED 1");
        assertThat(world.events().get(1).error()).contains("half done");
        assertThat(world.events().get(2).error()).contains("can't undo").contains("half done");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void withoutRollbackItIsAnIssueThatSaysWhatToDo() {
        world.change("a", "files", ApplyTest::halfThenFail).change("b", "db", (effects, context) -> effects.add("b"));

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
        world.change("a", "files", ApplyTest::halfThenFail);
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
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
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
        assertThat(world.events()).extracting(AuditEvent::transactional).containsExactly(true, false);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        assertThat(world.h2.effects()).containsExactly("create table");
    }

    @Test
    void withOnIssueContinueOnlyTheTargetSystemOfTheFailureIsLeftOut() {
        world.onIssue = OnIssue.CONTINUE;
        world.change("a", "files", ApplyTest::halfThenFail)
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
    void aParameterThatNothingSuppliesStopsBeforeAnythingIsApplied() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        Engine engine = Fixtures.withArgument(world, "b", URI.class, "endpoint", "uri");

        assertThatThrownBy(engine::apply).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Parameter 'uri' of com.acme.b#apply: nothing supplies a java.net.URI named 'endpoint'."
                        + " Add it to target system 'db' with addDependency or setProperty, or produce it as a CDI bean."
                        + " Nothing was applied.");
        assertThat(world.trail()).isEmpty();
        assertThat(world.store.writes()).isZero();
    }

    @Test
    void soDoesAConstructorParameter() {
        Engine engine = Fixtures.withArguments(world, "b",
                List.of(new Argument(Argument.Source.TARGET_OR_CDI, URI.class, null, "uri")), List.of());

        assertThatThrownBy(engine::apply).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Parameter 'uri' of com.acme.b constructor: nothing supplies a java.net.URI. Add it");
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void aTargetSystemThatIsDownStopsBeforeAnythingIsStarted() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.down(true);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(TargetSystemUnavailableException.class);
        assertThat(world.trail()).isEmpty();
        assertThat(world.store.holder("db")).isNull();
    }

    @Test
    void anOutcomeThatNobodyKnowsIsLeftToTheMarker() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextCommit(CommitFault.ANSWER_LOST);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessage("It is not known whether change 'a' took effect: target system 'db' did not answer. It stays in"
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
