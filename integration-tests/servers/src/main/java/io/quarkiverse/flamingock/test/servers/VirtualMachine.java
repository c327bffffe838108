package io.quarkiverse.flamingock.test.servers;

/**
 * What the class loaders of this virtual machine share, besides the properties of the system, in which they tell each other
 * of servers.
 */
final class VirtualMachine {

    /**
     * One string, whichever class loader asks. Not the properties themselves: the virtual machine locks them where somebody
     * asks for its time zone first, as drivers do, and in the opposite order.
     */
    static final Object LOCK = "the test servers of this virtual machine".intern();

    private VirtualMachine() {
    }
}
