package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.LockAcquisition;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.prove.ForeignHistory;
import io.quarkiverse.flamingock.runtime.engine.prove.LockedPlan;
import io.quarkiverse.flamingock.runtime.engine.prove.LostStore;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Records that changes are there of which no execution is recorded, because a person says so. All of it is one write, so that
 * no run ever sees a part of it; the markers follow. Who was killed between the two says it again, which completes them.
 *
 * @param env the engine's surroundings
 * @param planner plans
 */
record StatedChanges(Environment env, Planner planner) {

    /**
     * @param changes the changes, in execution order
     * @param by who says so, for the audit
     * @param isNew asked under the locks, whether a change is to be recorded; throws where that must not be. One that is
     *        applied
     *        is never asked for
     * @return what was recorded
     */
    BaselineResult record(List<ChangeDescriptor> changes, String by, Predicate<Step> isNew) {
        env.store().prepare();
        // The first event of a history ends the search for others, so that it must have been looked for everywhere.
        boolean first = env.snapshot().head().sequence() == 0;
        TreeSet<String> targets = new TreeSet<>();
        (first ? env.pipeline().changes() : changes).forEach(change -> targets.addAll(change.targets()));
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, () -> false)) {
            ChangeExecution execution = new ChangeExecution(env, held, executionId);
            LockedPlan plan = new LockedPlan(env, planner, held, execution);
            Snapshot snapshot = plan.read(targets);
            Set<String> ids = changes.stream().map(ChangeDescriptor::id).collect(Collectors.toSet());
            List<Step> steps = plan.steps(snapshot);
            if (snapshot.head().sequence() == 0) {
                List<Step> others = steps.stream().map(step -> ids.contains(step.change().id()) ? step.stated() : step)
                        .toList();
                new LostStore(env).refuse(snapshot, plan, others);
                new ForeignHistory(env).refuse(snapshot, others, targets);
            }
            List<Step> stated = steps.stream().filter(step -> ids.contains(step.change().id())).toList();
            return record(stated, by, isNew, plan, new Recorder(execution, held, snapshot));
        }
    }

    private record Recorder(ChangeExecution execution, HeldLocks held, Snapshot snapshot) {
    }

    private BaselineResult record(List<Step> stated, String by, Predicate<Step> isNew, LockedPlan plan, Recorder recorder) {
        List<AuditEvent> events = new ArrayList<>();
        List<String> recorded = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<Step> unmarked = new ArrayList<>();
        for (Step step : stated) {
            if (isApplied(step)) {
                skipped.add(step.change().id());
                if (step.state() == ChangeState.MANUAL_MARKED_AS_EXECUTED && !step.isMarked() && plan.marks(step)) {
                    unmarked.add(step);
                }
            } else if (isNew.test(step)) {
                recorded.add(step.change().id());
                events.add(recorder.execution.events().stated(step, by));
                if (plan.marks(step)) {
                    unmarked.add(step);
                }
            }
        }
        if (!events.isEmpty()) {
            new AuditTrail(env, recorder.held, recorder.snapshot).write(events, null, false);
        }
        return new BaselineResult(recorded, skipped, mark(unmarked, recorder.held));
    }

    private String mark(List<Step> unmarked, HeldLocks held) {
        StatedMarkers markers = new StatedMarkers(env, held);
        List<String> warnings = new ArrayList<>();
        for (Step step : unmarked) {
            String warning = markers.leave(step.change(), step.evidence().marker());
            if (warning != null) {
                warnings.add(warning);
            }
        }
        return warnings.isEmpty() ? null : String.join("\n", warnings);
    }

    private static boolean isApplied(Step step) {
        return step.state() != null && step.state().isApplied();
    }
}
