package org.acme.loyalty;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkus.arc.Unremovable;

/**
 * Ends the process where {@code loyalty.failpoint} says so, as {@code WORK_DONE@start-points:halt}, or fails there with
 * {@code :throw}.
 */
@Singleton
@Unremovable
class Misfortune implements Failpoints {

    private final String place;
    private final String action;

    Misfortune(@ConfigProperty(name = "loyalty.failpoint", defaultValue = ":") String failpoint) {
        this.place = failpoint.substring(0, failpoint.indexOf(':'));
        this.action = failpoint.substring(failpoint.indexOf(':') + 1);
    }

    @Override
    public void reached(Phase phase, String changeId) {
        if (place.equals(phase + "@" + changeId)) {
            if (action.equals("halt")) {
                Runtime.getRuntime().halt(137);
            }
            throw new IllegalStateException("planted at the end of " + changeId);
        }
    }
}
