package io.quarkiverse.flamingock.deployment;

import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.validate.NamedStore;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/**
 * What the extension adds to an application with MongoDB clients.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class MongoProcessor {

    /** By name, because it can't be loaded in an application without MongoDB. */
    private static final String TECHNOLOGY = "io.quarkiverse.flamingock.runtime.mongodb.MongoTechnology";

    private static final String DEFAULT_CLIENT = "io.quarkiverse.flamingock.runtime.mongodb.client.DefaultClient";

    /**
     * Quarkus makes the default client only where something injects it; a change or the audit store that needs it counts too.
     * Otherwise it is left alone: a client connects as soon as it is there. Named ones are found when the application starts.
     */
    @BuildStep
    void clients(Capabilities capabilities, ScannedChangesBuildItem scanned, TargetsBuildItem targets,
            FlamingockBuildTimeConfig config, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.MONGODB_CLIENT)) {
            return;
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(TECHNOLOGY));
        if (needed(scanned, targets, config).contains(DataStore.DEFAULT_NAME)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(DEFAULT_CLIENT));
        }
    }

    private static Set<String> needed(ScannedChangesBuildItem scanned, TargetsBuildItem targets,
            FlamingockBuildTimeConfig config) {
        Set<String> names = new TreeSet<>();
        for (ScannedChange change : scanned.getChanges()) {
            TargetDescriptor target = targets.targets().find(change.targetSystem());
            if (target != null && target.kind() == TargetDescriptor.Kind.MONGODB) {
                names.add(target.resource());
            }
        }
        DataStore store = NamedStore.of(config).resolve(targets.targets());
        if (!scanned.getChanges().isEmpty() && store != null && store.kind() == TargetDescriptor.Kind.MONGODB) {
            names.add(store.name());
        }
        return names;
    }
}
