package io.quarkiverse.flamingock.test;

import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/** The common part of the applications under test. */
public final class Apps {

    private Apps() {
    }

    /** One that is built and started, but applies nothing: what is looked at is the pipeline. */
    public static QuarkusUnitTest withPipelineOnly() {
        return new QuarkusUnitTest()
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.flamingock.active", "false")
                .addBuildChainCustomizer(chain -> chain
                        .addBuildStep(context -> context.produce(AdditionalBeanBuildItem.unremovableOf(CdiInvoker.class)))
                        .produces(AdditionalBeanBuildItem.class)
                        .build());
    }
}
