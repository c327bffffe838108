package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.issue.Guidance;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Takes in a database that exists already: records changes as executed that were never run here.
 */
public final class Baseline {

    private final Environment env;
    private final Planner planner;
    private final BaselineMessages messages;

    /**
     * @param env the engine's surroundings
     * @param planner plans
     */
    public Baseline(Environment env, Planner planner) {
        this.env = env;
        this.planner = planner;
        this.messages = new BaselineMessages(new Guidance(env.settings()));
    }

    /**
     * @param scope which changes
     * @param reason why, for the audit; may be null
     * @return what was recorded
     * @throws BaselineRefusedException when one of them is unknown, or something else is known of it; nothing is recorded then
     */
    public BaselineResult record(BaselineScope scope, String reason) {
        try (Background.Task watch = env.platform().end().watch()) {
            return new StatedChanges(env, planner).record(changes(scope), by(reason), this::isNew);
        }
    }

    /**
     * Records the baseline that is configured, unless that was done. One up to an order is done as soon as the change at that
     * order counts as executed: what is merged in before it later is not there.
     *
     * @param snapshot what the audit store knows
     * @return what it knows then
     */
    public Snapshot beforeRun(Snapshot snapshot) {
        BaselineScope scope = env.settings().baseline().scope();
        List<ChangeDescriptor> changes = changes(scope);
        boolean done = isDone(scope, changes, snapshot);
        if (done && !mayLackMarkers(changes, snapshot)) {
            return snapshot;
        }
        List<ChangeDescriptor> left = done ? changes.stream().filter(change -> isApplied(change, snapshot)).toList() : changes;
        BaselineResult result = new StatedChanges(env, planner).record(left, by(env.settings().baseline().reason()),
                this::isNew);
        if (!result.executed().isEmpty()) {
            env.log().baseline(result);
        }
        if (result.warning() != null) {
            env.log().warn(result.warning());
        }
        return env.snapshot();
    }

    /**
     * @param steps a plan
     * @param snapshot what the audit store knows
     * @return the plan, with what a run would record as executed beforehand
     */
    public List<Step> planned(List<Step> steps, Snapshot snapshot) {
        if (env.settings().baseline() == null) {
            return steps;
        }
        BaselineScope scope = env.settings().baseline().scope();
        List<ChangeDescriptor> changes = changes(scope);
        return isDone(scope, changes, snapshot) ? steps
                : steps.stream()
                        .map(step -> changes.contains(step.change()) && step.decision().runs() ? step.baselined() : step)
                        .toList();
    }

    private static boolean isDone(BaselineScope scope, List<ChangeDescriptor> changes, Snapshot snapshot) {
        return changes.stream().filter(change -> scope.toOrder() == null || scope.toOrder().equals(change.order()))
                .allMatch(change -> isApplied(change, snapshot));
    }

    /** Whoever recorded it may have been killed before the markers were there, and no run has ended since. */
    private static boolean mayLackMarkers(List<ChangeDescriptor> changes, Snapshot snapshot) {
        return snapshot.head().settled() == null && changes.stream().map(change -> snapshot.states().get(change.id()))
                .anyMatch(row -> row != null && row.state() == ChangeState.MANUAL_MARKED_AS_EXECUTED);
    }

    private static boolean isApplied(ChangeDescriptor change, Snapshot snapshot) {
        StateRow row = snapshot.states().get(change.id());
        return row != null && row.state().isApplied();
    }

    private List<ChangeDescriptor> changes(BaselineScope scope) {
        List<ChangeDescriptor> all = env.pipeline().changes();
        if (scope.toOrder() != null) {
            if (all.stream().noneMatch(change -> change.order().equals(scope.toOrder()))) {
                throw new BaselineRefusedException(messages.unknownOrder(scope.toOrder(), all));
            }
            return all.stream().filter(change -> change.order().compareTo(scope.toOrder()) <= 0).toList();
        }
        List<String> unknown = new ArrayList<>(scope.changeIds());
        all.forEach(change -> unknown.removeIf(id -> id.equals(change.id())));
        if (!unknown.isEmpty()) {
            throw new BaselineRefusedException(messages.unknownChanges(unknown, all));
        }
        return all.stream().filter(change -> scope.changeIds().contains(change.id())).toList();
    }

    /** Where something else is known than that nothing was run, a person must say more than that all was there. */
    private boolean isNew(Step step) {
        if (step.state() != null && step.state().isUnsettled()) {
            throw new BaselineRefusedException(messages.open(step));
        }
        if (step.state() == ChangeState.MANUAL_MARKED_AS_ROLLED_BACK || step.state() == ChangeState.UNDONE) {
            throw new BaselineRefusedException(messages.takenBack(step));
        }
        boolean probed = Evidence.PROBE.equals(step.evidence().by());
        if (step.evidence().proof() == Proof.PARTLY_APPLIED || probed && step.evidence().proof() == Proof.NOT_APPLIED) {
            throw new BaselineRefusedException(messages.contradicted(step, probed));
        }
        return true;
    }

    private String by(String reason) {
        return reason == null ? "BASELINE" : "BASELINE: " + env.errors().redacted(reason);
    }
}
