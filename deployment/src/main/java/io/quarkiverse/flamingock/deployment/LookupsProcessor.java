package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.deployment.generate.LookupCatalog;
import io.quarkiverse.flamingock.deployment.generate.LookupsGenerator;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkus.arc.deployment.GeneratedBeanBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Gives CDI an injection point for everything that changes ask it for, so that it checks, keeps and supplies it, although
 * changes are no beans: a bean costs every start, however long ago its change was applied.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class LookupsProcessor {

    @BuildStep
    LookupsBuildItem lookups(ScannedChangesBuildItem scanned, TargetsBuildItem targets, CombinedIndexBuildItem index,
            BuildProducer<GeneratedBeanBuildItem> beans) {
        List<ScannedParameter> demands = new ArrayList<>();
        for (ScannedChange change : scanned.getChanges()) {
            ChangeTargets named = ChangeTargets.of(change, targets.targets());
            for (ScannedParameter demand : change.demands()) {
                Source source = targets.sources().of(demand, named);
                if ((source == Source.CDI || source == Source.TARGET_OR_CDI) && !isInvalid(demand)) {
                    demands.add(demand);
                }
            }
        }
        LookupCatalog catalog = new LookupCatalog(demands);
        new LookupsGenerator(new GeneratedBeanGizmo2Adaptor(beans), index.getIndex()).generate(catalog);
        return new LookupsBuildItem(catalog);
    }

    /** It will be reported, but CDI would not come so far. */
    private static boolean isInvalid(ScannedParameter demand) {
        return ParameterSources.hasTypeVariable(demand.type()) || "".equals(Qualifiers.name(demand));
    }
}
