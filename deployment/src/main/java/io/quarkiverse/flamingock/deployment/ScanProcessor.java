package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ForgottenChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.spi.AuditStoreBuildItem;
import io.quarkiverse.flamingock.deployment.spi.TargetSystemKindBuildItem;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBeanScanner;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;
import io.quarkiverse.flamingock.deployment.validate.ForgottenChangeRules;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.arc.deployment.ArcConfig;
import io.quarkus.arc.deployment.BuildTimeConditionBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.QualifierRegistrarBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Reads the changes and the target systems, from bytecode and configuration alone.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class ScanProcessor {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    @BuildStep
    ScannedChangesBuildItem changes(CombinedIndexBuildItem index, List<QualifierRegistrarBuildItem> registrars,
            List<BuildTimeConditionBuildItem> conditions, List<ExcludedTypeBuildItem> excludedTypes, ArcConfig arc,
            BuildProducer<FindingsBuildItem> findings) {
        Qualifiers qualifiers = new Qualifiers(ClassFiles.ofBuild(index.getIndex()), registered(registrars));
        List<String> patterns = new ArrayList<>(arc.excludeTypes().orElse(List.of()));
        excludedTypes.forEach(type -> patterns.add(type.getMatch()));
        Exclusions exclusions = new Exclusions(conditions, patterns);
        List<ScannedChange> included = new ArrayList<>();
        for (ScannedChange change : new ChangeScanner(index.getIndex(),
                name -> arc.autoInjectFields() && qualifiers.isQualifier(name)).scan()) {
            if (exclusions.exclude(change.info())) {
                LOG.infof("Change %s is not part of this build: its class is excluded from the beans of the application",
                        change.className());
            } else {
                included.add(change);
            }
        }
        findings.produce(new FindingsBuildItem(ForgottenChangeRules.check(new ForgottenChangeScanner(index.getIndex()).scan()
                .stream().filter(each -> !exclusions.exclude(index.getIndex().getClassByName(each.className()))).toList())));
        return new ScannedChangesBuildItem(included);
    }

    @BuildStep
    TargetsBuildItem targets(CombinedIndexBuildItem combinedIndex, List<TargetSystemKindBuildItem> kindItems,
            List<AuditStoreBuildItem> stores, FlamingockBuildTimeConfig config,
            List<QualifierRegistrarBuildItem> registrars) {
        ClassFiles classes = ClassFiles.ofBuild(combinedIndex.getIndex());
        IdentifiedBeanScanner beans = new IdentifiedBeanScanner(combinedIndex.getIndex(), classes);
        KnownTargets targets = new KnownTargets(
                kindItems.stream().map(kind -> new TargetKind(kind.getKind(), kind.getNames(), kind.getSupplied())).toList(),
                stores.stream().map(store -> new DataStore(store.getKind(), store.getName())).toList(),
                configured(config), beans.scan(ChangeTarget.class), beans.scan(AuditStore.class));
        return new TargetsBuildItem(targets, new ParameterSources(classes, new Qualifiers(classes, registered(registrars)),
                targets.kinds()));
    }

    private static Set<DotName> registered(List<QualifierRegistrarBuildItem> registrars) {
        Set<DotName> registered = new HashSet<>();
        for (QualifierRegistrarBuildItem registrar : registrars) {
            registered.addAll(registrar.getQualifierRegistrar().getAdditionalQualifiers().keySet());
        }
        return registered;
    }

    private static List<ConfiguredTarget> configured(FlamingockBuildTimeConfig config) {
        List<ConfiguredTarget> targets = new ArrayList<>();
        config.targetSystems().forEach((id, target) -> targets.add(
                new ConfiguredTarget(id, target.datasource().orElse(null), target.mongodbClient().orElse(null),
                        target.kind().orElse(null), target.name().orElse(null))));
        return targets;
    }
}
