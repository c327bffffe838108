package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.error.NothingToAcceptException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.LockAcquisition;
import io.quarkiverse.flamingock.runtime.engine.plan.Edits;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.prove.LockedPlan;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Records that an executed change differs from the code, and that this is meant. Its state stays what it was; from now on it
 * counts as executed with the code and the order of today.
 */
public final class Accept {

    private final Environment env;
    private final Planner planner;

    /**
     * @param env the engine's surroundings
     * @param planner plans
     */
    public Accept(Environment env, Planner planner) {
        this.env = env;
        this.planner = planner;
    }

    /**
     * @param changeId the id of a change
     * @param reason why the edit is right
     * @return what was recorded
     * @throws NothingToAcceptException when it does not differ, or there is no reason
     */
    public AcceptResult record(String changeId, String reason) {
        if (reason == null || reason.isBlank() || reason.equals(Edits.WHY)) {
            throw new NothingToAcceptException(AcceptMessages.noReason(changeId));
        }
        try (Background.Task watch = env.platform().end().watch()) {
            return recordWatched(changeId, reason);
        }
    }

    private AcceptResult recordWatched(String changeId, String reason) {
        Step found = edited(changeId, planner.plan(env.snapshot()));
        TreeSet<String> targets = new TreeSet<>(found.targets());
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, () -> false)) {
            ChangeExecution execution = new ChangeExecution(env, held, executionId);
            LockedPlan plan = new LockedPlan(env, planner, held, execution);
            Snapshot snapshot = plan.fenced(targets);
            Step step = edited(changeId, plan.steps(snapshot));
            AuditEvent event = execution.events().accepted(step, "ACCEPTED: " + env.errors().redacted(reason));
            new AuditTrail(env, held, snapshot).write(List.of(event), null, false);
            String warning = plan.marks(step)
                    ? new StatedMarkers(env, held).leave(step.change(), step.evidence().marker())
                    : null;
            return new AcceptResult(changeId, step.last().checksum(), step.change().checksum(), step.last().order(),
                    step.change().order(), warning);
        }
    }

    private static Step edited(String changeId, List<Step> steps) {
        for (Step step : steps) {
            if (step.change().id().equals(changeId) && !step.isRemoved()) {
                if (step.edited() || step.reordered() || step.isIncomparable()) {
                    return step;
                }
                throw new NothingToAcceptException(AcceptMessages.notEdited(step));
            }
        }
        throw new NothingToAcceptException(AcceptMessages.unknown(changeId, Edits.ids(steps)));
    }
}
