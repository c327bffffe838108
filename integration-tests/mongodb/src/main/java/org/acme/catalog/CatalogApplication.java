package org.acme.catalog;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;

/**
 * Ends as soon as it has started, because all that is tested happens before.
 */
class CatalogApplication {

    void started(@Observes StartupEvent event) {
        System.out.println("STARTED");
        Quarkus.asyncExit(0);
    }
}
