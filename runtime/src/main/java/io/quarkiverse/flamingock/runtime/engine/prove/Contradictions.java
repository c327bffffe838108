package io.quarkiverse.flamingock.runtime.engine.prove;

import java.util.List;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Changes that are partly there, as their markers or probes say, of which the audit store knows nothing or says that they were
 * rolled back: a
 * statement that was on its way when its connection broke, or a record that was lost. They are recorded as what they are, so
 * that
 * a person can settle them.
 *
 * @param env the engine's surroundings
 * @param held the locks
 * @param execution makes the events
 */
public record Contradictions(Environment env, HeldLocks held, ChangeExecution execution) {

    /**
     * @param snapshot what the audit store knows
     * @param steps the plan behind raised fences
     * @return what the audit store knows now
     */
    public Snapshot record(Snapshot snapshot, List<Step> steps) {
        List<AuditEvent> events = steps.stream().filter(Step::isContradicted).map(this::event).toList();
        if (events.isEmpty()) {
            return snapshot;
        }
        new AuditTrail(env, held, snapshot).write(events, null, false);
        return env.snapshot();
    }

    private AuditEvent event(Step step) {
        return execution.events().event(execution.events().first(step).withoutTransaction(), ChangeState.EXECUTION_FAILED, null,
                (Evidence.PROBE.equals(step.evidence().by()) ? "The probe of this change says that a part of it is there"
                        : "The marker of this change in its target system shows that a part of it was committed")
                        + ", while the audit store "
                        + (step.last() == null ? "knows nothing of it" : "says that it was rolled back"));
    }
}
