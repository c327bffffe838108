package org.acme.faults;

import java.nio.file.Path;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.smallrye.common.annotation.Identifier;

/**
 * Directories, as examples of systems without transactions.
 */
class TargetSystems {

    @Produces
    @Singleton
    @Identifier("files")
    ChangeTarget files(@ConfigProperty(name = "faults.directory") Path directory) {
        return NonTransactionalTargetSystem.of("files").addDependency(new FileTraces(directory.resolve("effects.txt")));
    }

    /** That changes of the database name in {@code also}. */
    @Produces
    @Singleton
    @Identifier("elsewhere")
    ChangeTarget elsewhere(@ConfigProperty(name = "faults.directory") Path directory) {
        return NonTransactionalTargetSystem.of("elsewhere")
                .addDependency(new FileTraces(directory.resolve("elsewhere.txt")));
    }
}
