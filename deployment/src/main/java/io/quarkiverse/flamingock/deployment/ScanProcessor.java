package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.BeanTargetScanner;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.ArcConfig;
import io.quarkus.arc.deployment.BuildTimeConditionBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.QualifierRegistrarBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Reads the changes and the target systems, from bytecode and configuration alone.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class ScanProcessor {

    private static final DotName MONGO_CLIENT_NAME = DotName.createSimple("io.quarkus.mongodb.MongoClientName");

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    @BuildStep
    ScannedChangesBuildItem changes(CombinedIndexBuildItem index, List<QualifierRegistrarBuildItem> registrars,
            List<BuildTimeConditionBuildItem> conditions, List<ExcludedTypeBuildItem> excludedTypes, ArcConfig arc) {
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
        return new ScannedChangesBuildItem(included);
    }

    @BuildStep
    TargetsBuildItem targets(CombinedIndexBuildItem combinedIndex, List<JdbcDataSourceBuildItem> datasources,
            FlamingockBuildTimeConfig config, List<QualifierRegistrarBuildItem> registrars, Capabilities capabilities) {
        IndexView index = combinedIndex.getIndex();
        ClassFiles classes = ClassFiles.ofBuild(index);
        KnownTargets targets = new KnownTargets(
                datasources.stream().map(JdbcDataSourceBuildItem::getName).toList(),
                capabilities.isPresent(Capability.MONGODB_CLIENT) ? mongoClients(index, datasources) : MongoClients.ABSENT,
                configured(config),
                new BeanTargetScanner(index, classes).scan());
        return new TargetsBuildItem(targets, new ParameterSources(classes, new Qualifiers(classes, registered(registrars))));
    }

    private static Set<DotName> registered(List<QualifierRegistrarBuildItem> registrars) {
        Set<DotName> registered = new HashSet<>();
        for (QualifierRegistrarBuildItem registrar : registrars) {
            registered.addAll(registrar.getQualifierRegistrar().getAdditionalQualifiers().keySet());
        }
        return registered;
    }

    private static MongoClients mongoClients(IndexView index, List<JdbcDataSourceBuildItem> datasources) {
        List<String> qualifiers = index.getAnnotations(MONGO_CLIENT_NAME).stream().map(name -> name.value().asString())
                .toList();
        return MongoClients.of(qualifiers, ConfigProvider.getConfig().getPropertyNames(), !datasources.isEmpty());
    }

    private static List<ConfiguredTarget> configured(FlamingockBuildTimeConfig config) {
        List<ConfiguredTarget> targets = new ArrayList<>();
        config.targetSystems().forEach((id, target) -> targets.add(
                new ConfiguredTarget(id, target.datasource().orElse(null), target.mongodbClient().orElse(null),
                        target.kind().isPresent())));
        return targets;
    }
}
