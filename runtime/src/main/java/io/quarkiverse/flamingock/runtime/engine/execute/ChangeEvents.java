package io.quarkiverse.flamingock.runtime.engine.execute;

import java.time.Duration;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * Makes the events that tell of the executions of a run.
 *
 * @param env the engine's surroundings
 * @param held the locks
 * @param events makes events
 */
public record ChangeEvents(Environment env, HeldLocks held, Events events) {

    /**
     * @param step a change
     * @return its next execution
     */
    public Events.Of first(Step step) {
        return new Events.Of(step.change(), attempt(step) + 1, step.interruptions(), held.token(step.target()),
                isTransactional(step), step.evidence().marker());
    }

    /** The last execution, of which a probe is asked. */
    Events.Of last(Step step) {
        return new Events.Of(step.change(), attempt(step), step.interruptions(), held.token(step.target()), false,
                step.evidence().marker());
    }

    /**
     * Whether a marker that is missing will prove that nothing is there: of a change over several systems it proves only what
     * became of the first.
     *
     * @param step a change
     * @return whether all that its next execution does takes part in a transaction of its target system
     */
    public boolean isTransactional(Step step) {
        return !step.change().spans() && runsInTransaction(step.change());
    }

    /**
     * @param change a change
     * @return whether its code runs in a transaction of its target system, of the first one where it names several
     */
    public boolean runsInTransaction(ChangeDescriptor change) {
        return change.transactional() && env.targets().get(change.targetSystem()).transactional();
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @return the event
     */
    public AuditEvent event(Events.Of execution, ChangeState state) {
        return events.event(execution, state);
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @param duration how long it took, may be null
     * @param error its error, may be null
     * @return the event
     */
    public AuditEvent event(Events.Of execution, ChangeState state, Duration duration, String error) {
        return events.event(execution, state, duration, error);
    }

    /**
     * @param step a change with evidence of its last execution
     * @param state what that has come to
     * @return what is proven of the execution before this run
     */
    public AuditEvent proven(Step step, ChangeState state) {
        Evidence evidence = step.evidence();
        Events.Of earlier = new Events.Of(step.change(), Math.max(1, attempt(step)), step.interruptions(),
                held.token(step.target()), step.last() == null || step.last().transactional(),
                evidence.marker());
        // An edit after the execution is seen by the next start only if the checksum is that of the code that ran.
        String checksum = evidence.checksum() == null ? step.change().checksum() : evidence.checksum();
        return events.settled(earlier, state, checksum, evidence.by(), evidence.token());
    }

    /**
     * @param execution an execution that met a marker
     * @param marker that of an earlier one, which is applied
     * @return what is proven of the change
     */
    public AuditEvent found(Events.Of execution, Marker marker) {
        return events.settled(execution, ChangeState.EXECUTED, marker.checksum(), Evidence.MARKER, marker.token());
    }

    /**
     * @param execution an execution that has failed
     * @param state what the change's own probe says that it has come to
     * @return the event
     */
    public AuditEvent probed(Events.Of execution, ChangeState state) {
        return events.settled(execution, state, execution.change().checksum(), Evidence.PROBE, execution.token());
    }

    /**
     * @param step a change of which no execution is recorded, or one that was undone
     * @param by who says that it is there
     * @return that
     */
    public AuditEvent stated(Step step, String by) {
        return events.settled(new Events.Of(step.change(), Math.max(1, attempt(step)), step.interruptions(),
                held.token(step.target()), isTransactional(step), step.evidence().marker()),
                ChangeState.MANUAL_MARKED_AS_EXECUTED, step.change().checksum(), by,
                step.last() == null ? 0 : step.last().token());
    }

    /**
     * @param step a change that was executed with other code
     * @param by who says that the code of today is right
     * @return the state that it has, as one of the code of today
     */
    public AuditEvent accepted(Step step, String by) {
        return events.settled(new Events.Of(step.change(), attempt(step), step.last().interruptions(),
                held.token(step.target()), step.last().transactional(), step.evidence().marker()), step.state(),
                step.change().checksum(), by, step.last().token());
    }

    private static int attempt(Step step) {
        return step.last() == null ? 0 : step.last().attempt();
    }
}
