package org.acme.faults;

import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;

/**
 * Ends as soon as it has started, because most that is tested happens before; or calls the facade as a request does, on a
 * thread of Quarkus, and goes on until it is told to end.
 */
class FaultsApplication {

    private final Flamingock flamingock;
    private final boolean verify;
    private final String later;

    FaultsApplication(Flamingock flamingock, @ConfigProperty(name = "faults.verify", defaultValue = "false") boolean verify,
            @ConfigProperty(name = "faults.later", defaultValue = "none") String later) {
        this.flamingock = flamingock;
        this.verify = verify;
        this.later = later;
    }

    void started(@Observes StartupEvent event) {
        if (verify) {
            VerifyResult result = flamingock.verify();
            System.out.println("VERIFIED " + result);
        }
        System.out.println("STARTED");
        if (later.equals("none")) {
            Quarkus.asyncExit(0);
        } else {
            ExecutorRecorder.getCurrent().execute(this::request);
        }
    }

    private void request() {
        try {
            Object result = switch (later) {
                case "apply" -> flamingock.apply();
                case "look" -> flamingock.issues().size() + " issues, " + flamingock.plan().pending();
                case "rebuild" -> flamingock.rebuild();
                default -> flamingock.fix(later, Resolution.ROLLED_BACK, "as a test");
            };
            System.out.println("ANSWERED " + result);
        } catch (RuntimeException e) {
            System.out.println("REFUSED " + e.getMessage());
        }
    }
}
