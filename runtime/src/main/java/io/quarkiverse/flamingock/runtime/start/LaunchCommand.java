package io.quarkiverse.flamingock.runtime.start;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;

/**
 * How this application is started with extra properties, for messages. The real command line is not shown: it may hold
 * secrets.
 */
final class LaunchCommand {

    private LaunchCommand() {
    }

    /** The command, with {@code %s} where the properties go. */
    static String pattern() {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return "./mvnw quarkus:dev %s";
        }
        return ImageMode.current() == ImageMode.NATIVE_RUN ? "./application %s" : "java %s -jar quarkus-run.jar";
    }
}
