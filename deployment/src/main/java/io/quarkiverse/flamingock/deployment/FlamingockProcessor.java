package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/**
 * What the extension adds to every application: its name, and its beans.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class FlamingockProcessor {

    /** By name, because it can't be loaded in an application without datasources. */
    private static final String JDBC = "io.quarkiverse.flamingock.runtime.jdbc.JdbcTechnology";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem("flamingock");
    }

    @BuildStep
    void beans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (capabilities.isPresent(Capability.AGROAL)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(JDBC));
        }
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(ChangeTarget.class));
    }
}
