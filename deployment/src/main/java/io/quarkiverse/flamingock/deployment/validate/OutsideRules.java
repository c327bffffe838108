package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.outside.OutsideEffect;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * That a transactional change names the other systems that it can reach. A target system that may or may not have transactions,
 * as a bean, is not asked about: only the start knows.
 */
final class OutsideRules {

    private final OutsideAnalysis analysis;
    private final KnownTargets targets;

    OutsideRules(OutsideAnalysis analysis, KnownTargets targets) {
        this.analysis = analysis;
        this.targets = targets;
    }

    List<Problem> check(ScannedChange change) {
        TargetDescriptor target = targets.find(change.targetSystem());
        if (target == null || !Kind.JDBC.equals(target.kind()) && !Kind.MONGODB.equals(target.kind())) {
            return List.of();
        }
        NamedSystems named = new NamedSystems(targets, change.also());
        List<OutsideEffect> unnamed = named.unnamed(analysis.of(change, ChangeTargets.of(change, targets)));
        return unnamed.isEmpty() ? List.of() : List.of(new Problem(change.className(), text(unnamed, target, named)));
    }

    private static String text(List<OutsideEffect> effects, TargetDescriptor target, NamedSystems named) {
        StringBuilder text = new StringBuilder(
                "it can have effects that are not undone with its transaction on target system '")
                .append(target.id()).append("':");
        effects.forEach(effect -> text.append("\n       - ").append(effect.text()));
        return text.append("\n     ").append(named.advice(effects, target.id())).toString();
    }
}
