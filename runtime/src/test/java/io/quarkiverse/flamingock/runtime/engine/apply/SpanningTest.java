package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.test.memory.CommitFault;
import io.quarkiverse.flamingock.test.memory.Effects;

/** A change over several systems. */
class SpanningTest {

    private final World world = new World();
    private String failure;
    private boolean refusesToRollBack;
    private final SpanningCode code = new SpanningCode() {
        @Override
        protected void apply(Effects db, Effects files, ChangeContext context) {
            db.add("row " + context.attempt());
            files.add("file " + context.attempt());
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        protected void rollback(Effects db, Effects files) {
            db.add("taken back");
            files.add("taken back");
            if (refusesToRollBack) {
                throw new IllegalStateException("cannot");
            }
        }
    };

    private void change() {
        code.in(world, "a");
    }

    private void fails(String message) {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void isAppliedToAllOfThem() {
        change();
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("row 1");
        assertThat(world.files.effects()).containsExactly("file 1");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
        assertThat(world.db.fences()).isEqualTo(1);
        assertThat(world.files.fences()).isEqualTo(1);
        assertThat(world.events()).noneMatch(event -> event.execution().transactional());
    }

    @Test
    void whatItDidElsewhereIsTakenBackByItsRollbackMethod() {
        change();
        failure = "no more";
        fails("no more");
        assertThat(world.db.effects()).as("what a rollback method does in the first system is undone, too").isEmpty();
        assertThat(world.files.effects()).containsExactly("file 1", "taken back");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLED_BACK 1");
        failure = null;
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void whatItDidInTheFirstSystemIsTakenBackWhereThatCommittedIt() {
        world.db.commitsImplicitly();
        new SpanningCode() {
            @Override
            protected void apply(Effects db, Effects files, ChangeContext context) {
                db.addDdl("table");
                throw new IllegalStateException("no more");
            }

            @Override
            protected void rollback(Effects db, Effects files) {
                db.add("table taken back");
            }
        }.in(world, "a");
        fails("no more");
        assertThat(world.db.effects()).containsExactly("table", "table taken back");
    }

    @Test
    void aRollbackThatFailsIsForAPerson() {
        change();
        failure = "no more";
        refusesToRollBack = true;
        fails("cannot");
        assertThat(world.trail()).last().isEqualTo("a ROLLBACK_FAILED 1");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = { "STARTED_RECORDED", "WORK_DONE" })
    void nothingProvesWhatBecameOfTheOthers(Phase phase) {
        change();
        world.killAt(phase, "a");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("Look at target systems 'db' and 'files' and find out what the change did there.");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.files.effects()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = { "STARTED_RECORDED", "WORK_DONE" })
    void isTriedAgainAfterALease(Phase phase) {
        code.recovery = RecoveryStrategy.ALWAYS_RETRY;
        change();
        world.killAt(phase, "a");
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).hasSize(30);
        assertThat(world.db.effects()).containsExactly("row 2");
    }

    @ParameterizedTest
    @EnumSource(value = ProbeResult.class)
    void aProbeDecides(ProbeResult answer) {
        code.answer = ProbeResult.NOT_APPLIED;
        change();
        world.killAt(Phase.WORK_DONE, "a");
        code.answer = answer;
        switch (answer) {
            case APPLIED -> assertThat(world.engine().apply().resolved()).containsExactly("a");
            case NOT_APPLIED -> assertThat(world.engine().apply().applied()).containsExactly("a");
            default -> assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
        }
    }

    @Test
    void theMarkerOfTheFirstProvesTheWhole() {
        change();
        world.killAt(Phase.TARGET_COMMITTED, "a");
        assertThat(world.engine().apply().resolved()).containsExactly("a");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1 by MARKER");
        assertThat(world.files.effects()).containsExactly("file 1");
    }

    @Test
    void aCommitThatFailsLeavesTheRestToTheRollbackMethod() {
        change();
        world.db.nextCommit(CommitFault.REFUSED);
        fails("The commit failed, as the test ordered");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.files.effects()).containsExactly("file 1", "taken back");
    }

    @Test
    void aCommitWithoutAnAnswerIsNotBelieved() {
        change();
        world.db.nextCommit(CommitFault.ANSWER_LOST);
        fails("It is not known whether change 'a' took effect");
        assertThat(world.files.effects()).containsExactly("file 1");
        world.clock.advance(World.LEASE.plusSeconds(1));
        assertThat(world.engine().apply().resolved()).containsExactly("a");
    }

    @Test
    void aConflictIsNotTriedAgainWhereTheRestMayBeThere() {
        change();
        world.db.nextConflicts(1);
        fails("deadlock");
        assertThat(world.files.effects()).containsExactly("file 1", "taken back");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLED_BACK 1");
    }

    @Test
    void aConflictIsTriedAgainWhereNothingWasSentElsewhere() {
        change();
        world.judging("files", Kind.REFUSED);
        world.db.nextConflicts(1);
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.db.effects()).containsExactly("row 2");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = { "UNPROVEN", "UNKNOWN" })
    void whatNobodySawElsewhereIsNotTakenBack(Kind kind) {
        change();
        failure = "no more";
        world.judging("files", kind);
        fails(kind == Kind.UNKNOWN ? "It is not known whether" : "Its rollback method was not called");
        assertThat(world.files.effects()).containsExactly("file 1");
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class);
    }

    @Test
    void anIssueBlocksAllOfThem() {
        change();
        failure = "no more";
        refusesToRollBack = true;
        world.onIssue = OnIssue.CONTINUE;
        world.change("b", "files", (effects, context) -> effects.add("b"));
        world.change("c", "h2", (effects, context) -> effects.add("c"));
        assertThat(world.engine().apply().blocked()).containsExactly("a", "b");
        assertThat(world.engine().apply().blocked()).containsExactly("a", "b");
        assertThat(world.h2.effects()).containsExactly("c");
    }

    @Test
    void holdsTheLockOfEach() {
        change();
        List<Lease> held = new ArrayList<>();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.WORK_DONE) {
                held.add(world.store.holder("db"));
                held.add(world.store.holder("files"));
            }
        };
        world.engine().apply();
        assertThat(held).hasSize(2).doesNotContainNull();
    }

    @Test
    void aPersonSettlesItBehindTheFencesOfAll() {
        change();
        world.killAt(Phase.STARTED_RECORDED, "a");
        int[] before = { world.db.fences(), world.files.fences() };
        world.engine().fix("a", Resolution.ROLLED_BACK, null);
        assertThat(world.db.fences()).isEqualTo(before[0] + 1);
        assertThat(world.files.fences()).isEqualTo(before[1] + 1);
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    @Test
    void whatNoneOfThemSuppliesIsMissed() {
        code.also = List.of("nowhere");
        world.target(NonTransactionalTargetSystem.of("nowhere"));
        change();
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageContaining("nothing supplies a " + Effects.class.getName() + " named 'nowhere'");
        assertThat(world.trail()).isEmpty();
    }

    @Test
    void theFirstMayHaveNoTransactions() {
        code.first = "files";
        code.also = List.of("db");
        change();
        failure = "no more";
        fails("no more");
        assertThat(world.files.effects()).containsExactly("row 1", "taken back");
        assertThat(world.db.effects()).containsExactly("file 1", "taken back");
    }
}
