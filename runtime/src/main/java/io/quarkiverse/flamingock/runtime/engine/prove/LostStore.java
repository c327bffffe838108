package io.quarkiverse.flamingock.runtime.engine.prove;

import java.util.List;

import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Notices that the audit store was lost: markers without any event.
 *
 * @param env the engine's surroundings
 */
public record LostStore(Environment env) {

    /**
     * @param snapshot what the audit store knows
     * @param plan has read the markers
     * @param steps what it says
     * @throws UnresolvedIssueException when changes without a transaction would be applied a second time
     */
    public void refuse(Snapshot snapshot, LockedPlan plan, List<Step> steps) {
        List<String> unproven = steps.stream().filter(step -> step.decision().runs() && !plan.leavesMarker(step)
                && step.evidence().proof() != Proof.NOT_APPLIED)
                .map(step -> step.change().id()).toList();
        if (snapshot.head().sequence() == 0 && !unproven.isEmpty() && steps.stream().anyMatch(plan::knows)) {
            throw new UnresolvedIssueException(message(unproven));
        }
    }

    private String message(List<String> unproven) {
        return "The audit store (" + env.store().describe() + ") knows nothing of service '" + env.settings().service()
                + "', but its target systems hold markers of its changes: the audit store was lost, or the datasource, the table"
                + " prefix or the name of the service has changed. These changes leave no marker and would be applied a second"
                + " time: " + String.join(", ", unproven) + ". Nothing was applied. Put the old settings or a backup back, or"
                + " record what can be proven and settle the rest by hand; this applies nothing and exits: "
                + env.settings().command("-Dquarkus.flamingock.rebuild=true");
    }
}
