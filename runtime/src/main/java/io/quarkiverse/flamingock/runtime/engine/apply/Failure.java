package io.quarkiverse.flamingock.runtime.engine.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.issue.Guidance;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.record.CarriedEvents;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What follows when a change fails: its rollback method where effects may remain, the records, and what an operator is told.
 */
final class Failure {

    private final Environment env;
    private final ChangeExecution execution;
    private final CarriedEvents events;

    Failure(Environment env, ChangeExecution execution, CarriedEvents events) {
        this.env = env;
        this.execution = execution;
        this.events = events;
    }

    /**
     * @return what to record before the change is tried again
     */
    List<AuditEvent> conflict(Step step, Events.Of attempt, Outcome outcome, Duration duration) {
        env.log().conflict(step.change().id(), step.target(), attempt.attempt(), outcome.error());
        return new ArrayList<>(undone(step, attempt, env.errors().of(outcome.error(), step.change().source()), duration));
    }

    /**
     * Records the failure.
     *
     * @return whether it is one; false where the change's own probe says that all of it is there
     * @throws ChangeFailedException unless failures are passed over
     */
    boolean record(Step step, Events.Of attempt, Outcome outcome, Duration duration) {
        String error = env.errors().of(outcome.error(), step.change().source());
        ChangeState state = ChangeState.ROLLED_BACK;
        String undone = undone(step, outcome);
        try {
            boolean effects = outcome.kind() == Outcome.Kind.PARTLY_APPLIED;
            if (effects || outcome.kind() == Outcome.Kind.UNPROVEN) {
                AuditEvent last = mayRemain(attempt, effects, outcome.error(), error, duration);
                state = last.state();
                undone = last.settlement() == null ? takenBack(step) : ApplyMessages.probed();
                error = last.error() == null ? error : last.error();
            } else {
                // A marker that the database committed before the statement that it refused proves nothing.
                boolean refused = outcome.kind() == Outcome.Kind.REFUSED;
                state = write(undone(step, refused ? attempt.withoutTransaction() : attempt, error, duration), attempt);
            }
        } catch (AuditStoreUnavailableException | LockLostException e) {
            // The error of the change must not be lost behind the one of the store.
            e.addSuppressed(env.errors().reported(outcome.error()));
            throw e;
        }
        if (state == ChangeState.EXECUTED) {
            env.log().resolved(step.change().id(), step.target(), ChangeState.EXECUTION_FAILED, Evidence.PROBE, "applied");
            return false;
        }
        env.log().failed(step.change().id(), step.target(), state.name());
        String message = new Guidance(env.settings()).failure(step.change(), state, error, undone);
        if (env.settings().onIssue() == OnIssue.STOP) {
            throw new ChangeFailedException(message, env.errors().reported(outcome.error()));
        }
        env.log().error(message);
        return true;
    }

    /** No more than is known: what a transaction takes back is what was done in it. */
    private String undone(Step step, Outcome outcome) {
        boolean inside = outcome.kind() == Outcome.Kind.NOT_APPLIED || outcome.kind() == Outcome.Kind.CONFLICT;
        if (!inside || !execution.events().runsInTransaction(step.change())) {
            return ApplyMessages.noEffect(step.change());
        }
        // Of the systems that a change names, the outcome says that nothing is there.
        List<String> outside = step.change().spans() ? List.of() : step.change().outsideEffects();
        return outside.isEmpty() ? ApplyMessages.transactionUndone(step.target())
                : ApplyMessages.undoneInside(step.target(), outside, outcome.kind() == Outcome.Kind.CONFLICT);
    }

    private String takenBack(Step step) {
        return switch (execution.first(step.change())) {
            case NOT_UNDONE -> ApplyMessages.rollbackReturned();
            case UNDONE -> ApplyMessages.undoneAndTakenBack(step.target(), false);
            case CONFLICT -> ApplyMessages.undoneAndTakenBack(step.target(), true);
        };
    }

    /**
     * @return what to record of an execution that has left nothing
     */
    List<AuditEvent> undone(Step step, Events.Of attempt, String error, Duration duration) {
        if (step.decision() == Decision.RETRY) {
            // This attempt has left nothing; what an earlier one may have left is still there.
            return List
                    .of(execution.events().event(attempt.withoutTransaction(), ChangeState.EXECUTION_FAILED, duration, error));
        }
        return List.of(execution.events().event(attempt, ChangeState.EXECUTION_FAILED, duration, error),
                execution.events().event(attempt, ChangeState.ROLLED_BACK));
    }

    private ChangeState write(List<AuditEvent> last, Events.Of attempt) {
        events.writeAfter(last);
        reached(Phase.FAILURE_RECORDED, attempt);
        return last.get(last.size() - 1).state();
    }

    /**
     * Whatever was intended: no transaction has held these effects together, so no marker can tell of them. What was there
     * before this change must not be taken away for its sake: the rollback method is called only where an effect was seen, or
     * the probe says so.
     */
    private AuditEvent mayRemain(Events.Of attempt, boolean effects, Throwable changeError, String error, Duration duration) {
        Events.Of without = attempt.withoutTransaction();
        AuditEvent failed = execution.events().event(without, ChangeState.EXECUTION_FAILED, duration, error);
        AuditEvent begun = execution.events().event(without, ChangeState.ROLLBACK_STARTED, null, error);
        boolean takenBack = effects && attempt.change().rollback();
        if (attempt.change().probe()) {
            write(List.of(failed), attempt);
            Proof answer = execution.probe(without);
            AuditEvent proven = proven(without, answer);
            if (proven != null) {
                events.writeAfter(List.of(proven));
                return proven;
            }
            takenBack = (effects || answer == Proof.PARTLY_APPLIED) && attempt.change().rollback();
            if (takenBack) {
                events.writeAfter(List.of(begun));
            }
        } else {
            write(takenBack ? List.of(failed, begun) : List.of(failed), attempt);
        }
        if (!takenBack) {
            return failed;
        }
        AuditEvent end = rollBack(without, changeError);
        events.writeAfter(List.of(end));
        return end;
    }

    /** Null where its probe does not say that all or nothing of it is there. */
    private AuditEvent proven(Events.Of attempt, Proof answer) {
        return switch (answer) {
            case APPLIED -> execution.events().probed(attempt, ChangeState.EXECUTED);
            case NOT_APPLIED -> execution.events().probed(attempt, ChangeState.ROLLED_BACK);
            default -> null;
        };
    }

    private AuditEvent rollBack(Events.Of attempt, Throwable changeError) {
        Outcome outcome = execution.rollBack(attempt);
        if (outcome.kind() == Outcome.Kind.APPLIED) {
            reached(Phase.ROLLBACK_DONE, attempt);
            return execution.events().event(attempt, ChangeState.ROLLED_BACK);
        }
        if (outcome.kind() == Outcome.Kind.UNKNOWN) {
            // It may still take effect, so nothing that says it ended is recorded.
            ChangeFailedException e = new ChangeFailedException(
                    ApplyMessages.unknownRollback(attempt.change()),
                    env.errors().reported(outcome.error()));
            e.addSuppressed(env.errors().reported(changeError));
            throw e;
        }
        reached(Phase.ROLLBACK_THREW, attempt);
        return execution.events().event(attempt, ChangeState.ROLLBACK_FAILED, null,
                env.errors().both(outcome.error(), changeError, attempt.change().source()));
    }

    private void reached(Phase phase, Events.Of attempt) {
        env.reached(phase, attempt.change().id());
    }
}
