package org.acme.faults;

import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;

/**
 * Ends as soon as it has started, because all that is tested happens before.
 */
class FaultsApplication {

    private final Flamingock flamingock;
    private final boolean verify;

    FaultsApplication(Flamingock flamingock, @ConfigProperty(name = "faults.verify", defaultValue = "false") boolean verify) {
        this.flamingock = flamingock;
        this.verify = verify;
    }

    void started(@Observes StartupEvent event) {
        if (verify) {
            VerifyResult result = flamingock.verify();
            System.out.println("VERIFIED " + result);
        }
        System.out.println("STARTED");
        Quarkus.asyncExit(0);
    }
}
