package io.quarkiverse.flamingock.test.servers;

import java.util.Properties;
import java.util.TimeZone;

/**
 * What all class loaders of this virtual machine share, to lock and to tell each other of servers.
 */
final class VirtualMachine {

    private VirtualMachine() {
    }

    /**
     * The properties of the system. Whoever is the first to ask for the time zone locks them, too, in the opposite order, so
     * that is done before.
     */
    static Properties properties() {
        TimeZone.getDefault();
        return System.getProperties();
    }
}
