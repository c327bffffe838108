package io.quarkiverse.flamingock.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.spi.AuditStoreBuildItem;
import io.quarkiverse.flamingock.deployment.spi.TargetSystemKindBuildItem;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;
import io.quarkiverse.flamingock.deployment.validate.NamedStore;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * What the extension adds to an application with MongoDB clients: they come in like the stores of any other extension.
 * <p>
 * What is not said with build items: {@code .mongodb-client} as a short form of {@code .kind} and {@code .name}, and the texts
 * of errors about clients, which name it. Nor whether the default client, which is always there, is meant: that is told from
 * the configuration and the datasources, because asking for the stores of other extensions would be asking for this one, too.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class MongoProcessor {

    /** By name, because it can't be loaded in an application without MongoDB. */
    private static final String TECHNOLOGY = "io.quarkiverse.flamingock.runtime.mongodb.MongoTechnology";

    private static final DotName CLIENT_NAME = DotName.createSimple("io.quarkus.mongodb.MongoClientName");
    private static final String DEFAULT_CLIENT = "io.quarkiverse.flamingock.runtime.mongodb.client.DefaultClient";

    @BuildStep
    void clients(Capabilities capabilities, CombinedIndexBuildItem index, List<JdbcDataSourceBuildItem> datasources,
            BuildProducer<TargetSystemKindBuildItem> kinds, BuildProducer<AuditStoreBuildItem> stores) {
        if (capabilities.isMissing(Capability.MONGODB_CLIENT)) {
            return;
        }
        List<String> qualifiers = index.getIndex().getAnnotations(CLIENT_NAME).stream()
                .map(name -> name.value().asString()).toList();
        MongoClients clients = MongoClients.of(qualifiers, ConfigProvider.getConfig().getPropertyNames(),
                !datasources.isEmpty());
        TargetKind kind = TargetKind.mongodb(clients.names());
        kinds.produce(new TargetSystemKindBuildItem(kind.name(), kind.names(), kind.supplied()));
        kind.names().forEach(name -> stores.produce(new AuditStoreBuildItem(kind.name(), name)));
    }

    /**
     * Quarkus makes the default client only where something injects it; a change or the audit store that needs it counts too.
     * Otherwise it is left alone: a client connects as soon as it is there. Named ones are found when the application starts.
     */
    @BuildStep
    void beans(Capabilities capabilities, ScannedChangesBuildItem scanned, TargetsBuildItem targets,
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
            for (TargetDescriptor target : ChangeTargets.of(change, targets.targets()).all()) {
                if (TargetDescriptor.Kind.MONGODB.equals(target.kind())) {
                    names.add(target.resource());
                }
            }
        }
        NamedStore named = NamedStore.of(config);
        DataStore store = named.resolve(targets.targets());
        if (store == null) {
            // What looks like a bean may turn out to be none.
            store = named.resolve(targets.targets().withBeans(List.of(), List.of()));
        }
        if (!scanned.getChanges().isEmpty() && store != null && TargetDescriptor.Kind.MONGODB.equals(store.kind())) {
            names.add(store.name());
        }
        return names;
    }
}
