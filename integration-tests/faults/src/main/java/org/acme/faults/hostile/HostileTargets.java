package org.acme.faults.hostile;

import java.nio.file.Path;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.acme.faults.FileTraces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/**
 * Systems without transactions.
 */
class HostileTargets {

    @Produces
    @Singleton
    @Named("folder")
    Path folder(@ConfigProperty(name = "faults.directory") Path directory) {
        return directory;
    }

    @Produces
    @Singleton
    @Identifier("files")
    ChangeTarget files(@ConfigProperty(name = "faults.directory") Path directory) {
        return NonTransactionalTargetSystem.of("files").addDependency(new FileTraces(directory.resolve("effects.txt")));
    }

    @Produces
    @Singleton
    @Identifier("topics")
    ChangeTarget topics(@ConfigProperty(name = "hostile.broker") String broker) {
        return NonTransactionalTargetSystem.of("topics").addDependency(new TopicTraces(broker));
    }
}
