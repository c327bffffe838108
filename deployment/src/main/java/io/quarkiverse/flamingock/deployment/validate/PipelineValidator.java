package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;

/**
 * Checks everything and stops at nothing, so that one build reports all there is to fix.
 */
public final class PipelineValidator {

    private final ParameterSources sources;
    private final CdiQuestion cdi;
    private final ComponentAnnotations components;
    private final OutsideAnalysis outside;

    /**
     * @param sources says who supplies a parameter
     * @param cdi says whether CDI can
     * @param components knows what means nothing on a change
     * @param outside sees what a change can do outside of its transaction, and what it can use too early
     */
    public PipelineValidator(ParameterSources sources, CdiQuestion cdi, ComponentAnnotations components,
            OutsideAnalysis outside) {
        this.sources = sources;
        this.cdi = cdi;
        this.components = components;
        this.outside = outside;
    }

    /**
     * @param application what to check
     * @return all that was found; nothing for an application without changes
     */
    public Findings validate(Application application) {
        List<Problem> errors = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        if (application.changes().isEmpty()) {
            return new Findings(errors, warnings);
        }
        TargetRules targets = new TargetRules(application.targets());
        AlsoRules also = new AlsoRules(application.targets(), targets);
        ParameterRules parameters = new ParameterRules(sources, cdi);
        ComponentRules plain = new ComponentRules(components, sources);
        OutsideRules unnamed = new OutsideRules(outside, application.targets());
        PhaseRules phases = new PhaseRules(outside);
        for (ScannedChange change : application.changes()) {
            errors.addAll(ClassRules.check(change));
            errors.addAll(IdentityRules.check(change));
            errors.addAll(MethodRules.check(change));
            errors.addAll(plain.check(change));
            errors.addAll(KotlinRules.check(change));
            ChangeTargets named = ChangeTargets.of(change, application.targets());
            if (application.policies().requireRollback()) {
                errors.addAll(RollbackRules.require(change));
            } else {
                warnings.addAll(RollbackRules.advise(change, named));
            }
            errors.addAll(targets.check(change));
            errors.addAll(also.check(change));
            warnings.addAll(also.advise(change));
            warnings.addAll(unnamed.check(change));
            Findings early = phases.check(change, named);
            errors.addAll(early.errors());
            warnings.addAll(early.warnings());
            errors.addAll(KotlinRules.explain(change,
                    parameters.check(change, named)));
        }
        errors.addAll(UniquenessRules.check(application.changes()));
        switch (application.policies().onAmbiguousOrder()) {
            case FAIL -> errors.addAll(OrderRules.check(application.changes()));
            case WARN -> warnings.addAll(OrderRules.check(application.changes()));
            case IGNORE -> {
                // as the documentation says
            }
        }
        errors.addAll(targets.checkDefinitions());
        errors.addAll(new AuditStoreRules(application).check());
        return new Findings(errors, together(warnings));
    }

    /** One warning for all places that it is about: an application may have hundreds. */
    private static List<Problem> together(List<Problem> warnings) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (Problem warning : warnings) {
            places.computeIfAbsent(warning.text(), text -> new ArrayList<>()).add(warning.place());
        }
        return places.entrySet().stream()
                .map(warning -> new Problem(Places.some(warning.getValue()), warning.getKey()))
                .toList();
    }
}
