package io.quarkiverse.flamingock.test;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.builditem.CapabilityBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/** Lets a build believe that Hibernate ORM is there, so that not every test has to start it. */
public final class HibernateOrm {

    private HibernateOrm() {
    }

    public static QuarkusUnitTest in(QuarkusUnitTest application) {
        return application.addBuildChainCustomizer(HibernateOrm::add);
    }

    private static void add(BuildChainBuilder builder) {
        builder.addBuildStep(context -> context.produce(new CapabilityBuildItem(Capability.HIBERNATE_ORM, "a test")))
                .produces(CapabilityBuildItem.class).build();
    }
}
