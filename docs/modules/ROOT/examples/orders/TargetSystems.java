package org.acme.orders;

import jakarta.enterprise.inject.Produces;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/**
 * The target systems that configuration alone can't describe.
 */
class TargetSystems {

    // tag::producer[]
    @Produces
    @Identifier("feature-flags")
    ChangeTarget featureFlags(FeatureFlags flags) {
        return NonTransactionalTargetSystem.of("feature-flags")
                .addDependency(flags)
                .setProperty("first-customers", 10);
    }
    // end::producer[]
}
