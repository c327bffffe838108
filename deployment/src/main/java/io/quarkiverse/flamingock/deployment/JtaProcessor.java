package io.quarkiverse.flamingock.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/**
 * What the extension adds to an application with JTA transactions, whatever its stores and target systems are.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class JtaProcessor {

    /** By name, because it can't be loaded in an application without. */
    private static final String CALLER = "io.quarkiverse.flamingock.runtime.jta.JtaCaller";

    @BuildStep
    void beans(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.TRANSACTIONS)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(CALLER));
        }
    }
}
