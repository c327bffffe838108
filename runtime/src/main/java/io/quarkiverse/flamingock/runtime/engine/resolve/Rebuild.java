package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.LockAcquisition;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.prove.LockedPlan;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Records again what an audit store has lost, from what the target systems themselves can prove. Applies nothing.
 */
public final class Rebuild {

    private static final String REBUILT = "The record of this change was lost with the audit store, and nothing proves whether it was"
            + " applied";

    private final Environment env;
    private final Planner planner;

    /**
     * @param env the engine's surroundings
     * @param planner plans
     */
    public Rebuild(Environment env, Planner planner) {
        this.env = env;
        this.planner = planner;
    }

    /**
     * @return what was recorded
     */
    public RebuildResult record() {
        try (Background.Task watch = env.platform().end().watch()) {
            return recordWatched();
        }
    }

    private RebuildResult recordWatched() {
        TreeSet<String> targets = new TreeSet<>();
        env.pipeline().changes().forEach(change -> targets.addAll(change.targets()));
        env.store().prepare();
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, () -> false)) {
            ChangeExecution execution = new ChangeExecution(env, held, executionId);
            LockedPlan plan = new LockedPlan(env, planner, held, execution);
            Snapshot snapshot = plan.read(targets);
            List<AuditEvent> events = new ArrayList<>();
            List<String> executed = new ArrayList<>();
            List<String> undecided = new ArrayList<>();
            for (Step step : plan.steps(snapshot)) {
                if (step.decision() == Decision.SKIP) {
                    continue;
                }
                if (step.evidence().proof() == Proof.APPLIED) {
                    events.add(execution.events().proven(step, ChangeState.EXECUTED));
                    executed.add(step.change().id());
                } else if (isUndecided(step, plan)) {
                    events.add(execution.events().event(execution.events().first(step), ChangeState.EXECUTION_FAILED, null,
                            REBUILT));
                    undecided.add(step.change().id());
                }
            }
            if (!events.isEmpty()) {
                new AuditTrail(env, held, snapshot).write(events, null, false);
            }
            return new RebuildResult(executed, undecided);
        }
    }

    /** Where a transaction would have left a marker, its absence is an answer. */
    private static boolean isUndecided(Step step, LockedPlan plan) {
        return step.last() == null && step.evidence().proof() != Proof.NOT_APPLIED
                && !plan.leavesMarker(step);
    }
}
