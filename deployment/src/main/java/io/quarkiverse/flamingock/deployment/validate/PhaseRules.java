package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.outside.EarlyUse;
import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;

/**
 * That a change uses what is there when it is applied.
 */
final class PhaseRules {

    private static final String MISSING = " is not there yet when it is applied, before the application starts:";
    private static final String ADVICE = "@Change(phase = Phase.APPLICATION): the change is applied after all StartupEvent"
            + " observers then, and before the HTTP port opens.";

    private final OutsideAnalysis analysis;

    PhaseRules(OutsideAnalysis analysis) {
        this.analysis = analysis;
    }

    Findings check(ScannedChange change, ChangeTargets targets) {
        List<EarlyUse> uses = analysis.early(change, targets);
        List<EarlyUse> near = uses.stream().filter(EarlyUse::near).toList();
        if (!near.isEmpty()) {
            return new Findings(List.of(problem(change, "what it is given or calls" + MISSING, near, "Write " + ADVICE)),
                    List.of());
        }
        return new Findings(List.of(), uses.isEmpty() ? List.of()
                : List.of(problem(change, "what it may come to by several beans" + MISSING, uses,
                        "If it does, write " + ADVICE)));
    }

    private static Problem problem(ScannedChange change, String what, List<EarlyUse> uses, String advice) {
        StringBuilder text = new StringBuilder(what);
        uses.forEach(use -> text.append("\n       - ").append(use.text()));
        return new Problem(change.className(), text.append("\n     ").append(advice).toString());
    }
}
