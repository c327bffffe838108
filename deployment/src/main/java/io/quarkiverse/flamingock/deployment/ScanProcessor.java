package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.targets.BeanTargetScanner;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.QualifierRegistrarBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Reads the changes and the target systems, from bytecode and configuration alone.
 */
class ScanProcessor {

    @BuildStep
    ScannedChangesBuildItem changes(CombinedIndexBuildItem index) {
        return new ScannedChangesBuildItem(new ChangeScanner(index.getIndex()).scan());
    }

    @BuildStep
    TargetsBuildItem targets(CombinedIndexBuildItem combinedIndex, List<JdbcDataSourceBuildItem> datasources,
            FlamingockBuildTimeConfig config, List<QualifierRegistrarBuildItem> registrars) {
        IndexView index = combinedIndex.getIndex();
        ClassFiles classes = ClassFiles.ofBuild(index);
        Set<DotName> registered = new HashSet<>();
        for (QualifierRegistrarBuildItem registrar : registrars) {
            registered.addAll(registrar.getQualifierRegistrar().getAdditionalQualifiers().keySet());
        }
        KnownTargets targets = new KnownTargets(
                datasources.stream().map(JdbcDataSourceBuildItem::getName).toList(),
                configured(config),
                new BeanTargetScanner(index, classes).scan());
        return new TargetsBuildItem(targets, new ParameterSources(classes, new Qualifiers(classes, registered)));
    }

    private static List<ConfiguredTarget> configured(FlamingockBuildTimeConfig config) {
        List<ConfiguredTarget> targets = new ArrayList<>();
        config.targetSystems().forEach((id, target) -> targets.add(
                new ConfiguredTarget(id, target.datasource().orElse(null), target.kind().isPresent())));
        return targets;
    }
}
