package io.quarkiverse.flamingock.runtime.engine.prove;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;

/**
 * Markers that say that a change is applied, although something newer is recorded of it. Only a person or an undo can have made
 * it pending again; where nobody has, an earlier run had read the markers from a copy that was behind, and what it recorded was
 * not so.
 *
 * @param env the engine's surroundings
 */
record StandingMarkers(Environment env) {

    Set<String> of(List<Step> steps) {
        Set<String> standing = new HashSet<>();
        for (Step step : steps) {
            if (step.hasOlderMarker() && !madePending(step.state()) && !madePendingSince(step)) {
                standing.add(step.change().id());
            }
        }
        return standing;
    }

    private boolean madePendingSince(Step step) {
        for (AuditEvent event : env.store().history(env.settings().service(), HistoryQuery.ofChange(step.change().id()))) {
            if (event.execution().token() > step.evidence().marker().token() && madePending(event.state())) {
                return true;
            }
        }
        return false;
    }

    private static boolean madePending(ChangeState state) {
        return state == ChangeState.MANUAL_MARKED_AS_ROLLED_BACK || state == ChangeState.UNDONE;
    }
}
