package io.quarkiverse.flamingock.runtime.engine.apply;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.record.CarriedEvents;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What follows when an execution met another marker than the plan saw. The marker that it met is the truth and is recorded;
 * the run ends, because nothing else that was read of this target system can be believed.
 *
 * @param env the engine's surroundings
 * @param execution makes the events
 * @param events records them
 * @param failure what is recorded of an execution that left nothing
 */
record OtherMarker(Environment env, ChangeExecution execution, CarriedEvents events, Failure failure) {

    /**
     * @return the error that ends the run
     */
    ChangeFailedException settle(Step step, Events.Of attempt, Outcome outcome, Duration duration) {
        Marker found = ((OtherMarkerException) outcome.error()).found();
        Exception reported = env.errors().reported(outcome.error());
        List<AuditEvent> records = records(step, attempt, found, env.errors().of(outcome.error(), step.change().source()),
                duration);
        try {
            events.writeAfter(records);
        } catch (AuditStoreUnavailableException | LockLostException e) {
            e.addSuppressed(reported);
            throw e;
        }
        return new ChangeFailedException(ApplyMessages.otherMarker(step.change(), records.get(records.size() - 1).state(),
                env.errors().redacted(outcome.error().getMessage())), reported);
    }

    private List<AuditEvent> records(Step step, Events.Of attempt, Marker found, String error, Duration duration) {
        if (found == null) {
            return failure.undone(step, attempt, error, duration);
        }
        return List.of(found.state() == Marker.State.APPLIED ? execution.events().found(attempt, found)
                : execution.events().event(attempt.withoutTransaction(), ChangeState.EXECUTION_FAILED, duration, error));
    }
}
