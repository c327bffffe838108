package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.memory.Effects;

/** What is said of a change over several systems: no more than is known. */
class SpanningMessagesTest extends SpanningRow {

    @Test
    void saysWhatWasUndoneAndThatItsRollbackMethodReturned() {
        change();
        failure = "no more";
        fails("  The transaction on target system 'db' was undone. Its rollback method returned. Correct the change, or what it"
                + " needs, and start again");
    }

    @Test
    void doesNotSayThatATransactionWasUndoneWhereThatIsNotSo() {
        world.db.commitsImplicitly();
        new SpanningCode() {
            @Override
            protected void apply(Effects db, Effects files, ChangeContext context) {
                db.addDdl("table");
                throw new IllegalStateException("no more");
            }

            @Override
            protected void rollback(Effects db, Effects files) {
                // nothing to do
            }
        }.in(world, "a");
        fails("\n  Its rollback method returned. Correct the change, or what it needs, and start again");
    }

    @Test
    void saysThatOnlyTheTransactionWasUndoneWhereNothingWasSentElsewhere() {
        change();
        failure = "no more";
        world.judging("files", Kind.REFUSED);
        fails("  Nothing that it sent to target systems 'db' and 'files' had an effect. Correct");
    }

    @Test
    void aRollbackWhoseConnectionBrokeElsewhereIsNotBelieved() {
        change();
        failure = "no more";
        refusesToRollBack = true;
        world.judging("files", Kind.PARTLY_APPLIED, Kind.UNKNOWN);
        fails("It is not known whether the rollback of change 'a' took effect on target systems 'db' and 'files'; its error says"
                + " why. It stays in state ROLLBACK_STARTED");
        assertThat(world.trail()).last().isEqualTo("a ROLLBACK_STARTED 1");
    }

    @Test
    void whatComesAfterTheCommitIsNoFailure() {
        world.target(new DelegatingTarget(world.files) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                Outcome outcome = super.execute(execution, work);
                return outcome == Outcome.APPLIED ? Outcome.unknown(new IllegalStateException("flush failed")) : outcome;
            }
        });
        change();
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            assertThat(world.engine().apply().applied()).containsExactly("a");
            assertThat(log.messages())
                    .contains("The transaction of change a on db had committed, when another target system of it"
                            + " met an error. The change counts as applied; look there: java.lang.IllegalStateException: flush failed");
        }
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void aLostLockSaysWhatMayBeThere() {
        change();
        world.failpoints = (phase, change) -> {
            if (phase == Phase.WORK_DONE) {
                world.db.fenceIs(9);
            }
        };
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(LockLostException.class)
                .hasMessageStartingWith(
                        "Change 'a' was not completed by this instance: the lock on target system 'db' was lost.")
                .hasMessageEndingWith("What it had done in the other systems that it names may be there.");
        assertThat(world.files.effects()).containsExactly("file 1");
        assertThat(world.trail()).containsExactly("a STARTED 1");
    }
}
