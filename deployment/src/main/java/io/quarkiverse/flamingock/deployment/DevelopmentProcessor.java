package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.runtime.devmode.ProblemPage;
import io.quarkiverse.flamingock.runtime.devmode.StartProblem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/**
 * Lets an application in dev mode start although its changes could not be applied, where it has pages that show the problem.
 */
@BuildSteps(onlyIf = { FlamingockEnabled.class, IsDevelopment.class })
class DevelopmentProcessor {

    @BuildStep
    void pages(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(StartProblem.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ProblemPage.class));
        }
    }
}
