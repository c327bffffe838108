package io.quarkiverse.flamingock.runtime.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.runtime.engine.port.Identity;

/**
 * Finds out who runs this process.
 */
final class ProcessIdentity implements Supplier<Identity> {

    private final String applicationVersion;
    private final String tag;

    ProcessIdentity(String applicationVersion, String tag) {
        this.applicationVersion = applicationVersion;
        this.tag = tag;
    }

    /** Asking for the name of the host may ask a name server, so nobody does before it is recorded. */
    @Override
    public Identity get() {
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
