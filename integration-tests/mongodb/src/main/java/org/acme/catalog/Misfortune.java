package org.acme.catalog;

import java.io.IOException;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkus.arc.Unremovable;

/**
 * Ends or stops the process where {@code catalog.failpoint} says so, as {@code TARGET_COMMITTED@add-products:halt}; or fails a
 * change in its middle, as {@code MIDDLE@add-prices:throw}.
 */
@Singleton
@Unremovable
public class Misfortune implements Failpoints {

    private final String place;
    private final String action;

    Misfortune(@ConfigProperty(name = "catalog.failpoint", defaultValue = ":") String failpoint) {
        this.place = failpoint.substring(0, failpoint.indexOf(':'));
        this.action = failpoint.substring(failpoint.indexOf(':') + 1);
    }

    @Override
    public void reached(Phase phase, String changeId) {
        reached(phase.name(), changeId);
    }

    /** In the middle of a change. */
    public void inTheMiddleOf(String changeId) {
        reached("MIDDLE", changeId);
    }

    private void reached(String phase, String changeId) {
        if (!place.equals(phase + "@" + changeId)) {
            return;
        }
        System.out.println("FAILPOINT " + place);
        System.out.flush();
        switch (action) {
            case "halt" -> Runtime.getRuntime().halt(137);
            case "stop" -> stop();
            default -> throw new IllegalStateException("planted in the middle of " + changeId);
        }
    }

    /** Goes on when somebody sends SIGCONT. */
    private static void stop() {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid())).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
