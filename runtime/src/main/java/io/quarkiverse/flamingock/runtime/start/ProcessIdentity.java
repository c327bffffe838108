package io.quarkiverse.flamingock.runtime.start;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.quarkiverse.flamingock.runtime.engine.port.Identity;

/**
 * Finds out who runs this process.
 */
final class ProcessIdentity {

    private ProcessIdentity() {
    }

    static Identity of(String applicationVersion, String tag) {
        return new Identity(System.getProperty("user.name", "unknown"), host(), applicationVersion, tag);
    }

    /** In a container the variable holds the pod's name, and no name server is asked. */
    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
