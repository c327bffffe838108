package org.acme.faults;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Ends as soon as it has started, because all that is tested happens before.
 */
@QuarkusMain
public class FaultsApplication implements QuarkusApplication {

    private final Flamingock flamingock;
    private final boolean stay;
    private final boolean apply;

    FaultsApplication(Flamingock flamingock, @ConfigProperty(name = "faults.stay", defaultValue = "false") boolean stay,
            @ConfigProperty(name = "faults.apply", defaultValue = "false") boolean apply) {
        this.flamingock = flamingock;
        this.stay = stay;
        this.apply = apply;
    }

    @Override
    public int run(String... args) {
        if (apply) {
            System.out.println("APPLIED " + flamingock.apply().applied());
        }
        System.out.println("STARTED");
        if (stay) {
            Quarkus.waitForExit();
        }
        return 0;
    }
}
