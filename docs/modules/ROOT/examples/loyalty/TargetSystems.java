package org.acme.loyalty;

import java.util.Map;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.admin.Admin;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/**
 * The target system that configuration alone can't describe: it brings a client along.
 */
class TargetSystems {

    // tag::producer[]
    @Produces
    @Identifier("order-events")
    ChangeTarget orderEvents(Admin kafka) {
        return NonTransactionalTargetSystem.of("order-events").addDependency(kafka);
    }
    // end::producer[]

    @Produces
    @Singleton
    Admin kafka(@Identifier("default-kafka-broker") Map<String, Object> configuration) {
        return Admin.create(configuration);
    }

    void close(@Disposes Admin kafka) {
        kafka.close();
    }
}
