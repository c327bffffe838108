package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;

import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Edits;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Resolves a change that has no issue: nothing is recorded of it, or that it was taken back. All that a person can know better
 * is that it is there.
 *
 * @param env the engine's surroundings
 * @param planner plans
 */
record UnrecordedFix(Environment env, Planner planner) {

    /**
     * @param change null where it is not in the application
     */
    FixResult record(String changeId, ChangeDescriptor change, Resolution resolution, String reason) {
        Snapshot snapshot = env.snapshot();
        StateRow row = snapshot.states().get(changeId);
        refuse(changeId, change, row, snapshot, resolution, reason);
        ChangeState[] before = new ChangeState[1];
        BaselineResult result = new StatedChanges(env, planner).record(List.of(change), Fix.by(env, reason), step -> {
            before[0] = step.state();
            return isPending(step);
        });
        if (result.executed().isEmpty()) {
            throw new NothingToFixException(
                    FixMessages.nothingToFix(changeId, env.snapshot().states().get(changeId), snapshot));
        }
        return new FixResult(changeId, before[0], resolution.state(), PlannedAction.SKIP, result.warning());
    }

    private static void refuse(String changeId, ChangeDescriptor change, StateRow row, Snapshot snapshot,
            Resolution resolution, String reason) {
        if (row != null && row.state().isApplied()) {
            throw new NothingToFixException(FixMessages.applied(row));
        }
        if (change == null) {
            throw new NothingToFixException(row == null ? FixMessages.unknown(changeId, snapshot) : FixMessages.removed(row));
        }
        if (resolution == Resolution.ROLLED_BACK) {
            throw new NothingToFixException(FixMessages.notThereAnyway(changeId, row));
        }
        if (reason == null || reason.isBlank() || reason.equals(Edits.WHY)) {
            throw new NothingToFixException(FixMessages.noReason(changeId, row));
        }
    }

    private static boolean isPending(Step step) {
        if (step.state() != null && step.state().isUnsettled()) {
            throw new NothingToFixException(FixMessages.openMeanwhile(step.change().id()));
        }
        return true;
    }
}
