package io.quarkiverse.flamingock.deployment;

import java.util.List;

import io.quarkiverse.flamingock.deployment.spi.AuditStoreBuildItem;
import io.quarkiverse.flamingock.deployment.spi.TargetSystemKindBuildItem;
import io.quarkiverse.flamingock.deployment.targets.TargetKind;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/**
 * What the extension adds to an application with datasources: they come in like the stores of any other extension.
 * <p>
 * What is not said with build items: {@code .datasource} as a short form of {@code .kind} and {@code .name}, and the texts of
 * errors about datasources, which name it.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class JdbcProcessor {

    /** By name, because it can't be loaded in an application without datasources. */
    private static final String TECHNOLOGY = "io.quarkiverse.flamingock.runtime.jdbc.JdbcTechnology";

    @BuildStep
    void datasources(Capabilities capabilities, List<JdbcDataSourceBuildItem> datasources,
            BuildProducer<TargetSystemKindBuildItem> kinds, BuildProducer<AuditStoreBuildItem> stores) {
        if (capabilities.isMissing(Capability.AGROAL)) {
            return;
        }
        TargetKind kind = TargetKind.jdbc(datasources.stream().map(JdbcDataSourceBuildItem::getName).toList());
        kinds.produce(new TargetSystemKindBuildItem(kind.name(), kind.names(), kind.supplied()));
        kind.names().forEach(name -> stores.produce(new AuditStoreBuildItem(kind.name(), name)));
    }

    @BuildStep
    void beans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.AGROAL)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(TECHNOLOGY));
        }
    }
}
