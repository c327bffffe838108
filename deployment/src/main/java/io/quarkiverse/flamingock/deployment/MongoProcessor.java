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
import io.quarkus.mongodb.deployment.spi.MongoClientBuildItem;

/**
 * What the extension adds to an application with MongoDB clients.
 */
class MongoProcessor {

    /** By name, because it can't be loaded in an application without MongoDB. */
    private static final String TECHNOLOGY = "io.quarkiverse.flamingock.runtime.mongodb.MongoTechnology";

    /**
     * Quarkus makes a client only where something injects it; a change or the audit store that needs it counts too. The
     * others are left alone: a client connects as soon as it is there.
     */
    @BuildStep
    void clients(Capabilities capabilities, ScannedChangesBuildItem scanned, TargetsBuildItem targets,
            FlamingockBuildTimeConfig config, BuildProducer<MongoClientBuildItem> clients,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.MONGODB_CLIENT)) {
            return;
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(TECHNOLOGY));
        for (String name : needed(scanned, targets, config)) {
            clients.produce(name.equals(DataStore.DEFAULT_NAME) ? MongoClientBuildItem.defaultClientUnremovable()
                    : MongoClientBuildItem.ofUnremovable(name));
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
        // What is misspelt is reported later.
        names.retainAll(targets.targets().mongodb().names());
        return names;
    }
}
