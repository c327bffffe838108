package org.acme.faults;

import java.util.List;

/**
 * The database of a world: what changes leave in it, how processes reach it, and the audit store that is in it, too.
 */
interface Place extends AutoCloseable {

    /** What children connect with where nothing is in between; with host and port. */
    String url();

    /** The same for a connection through a proxy: short timeouts, and statements that a trap can read. */
    String impatient(String url);

    /** The same for one who may not write, until {@link #direct()} is called. */
    String readOnly();

    /** Ends what {@link #readOnly()} has begun. */
    void direct();

    /**
     * What a child is started with.
     *
     * @param target how it reaches the target system
     * @param store how it reaches the audit store, or null where that is the same client
     */
    List<String> options(String target, String store);

    /** What a child is started with beyond that to behave in some way. */
    List<String> options(Setting setting);

    /** How messages call the audit store of the application that has one of its own. */
    String store();

    /** Part of the database's own message to one who may not write. */
    String refusesWrites();

    /** How a message begins to tell an administrator what to create. */
    String creates();

    /** Part of what is sent for an operation, after which the database does it. */
    String asSent(Sent operation);

    /** Part of what is sent to record an event of a change together with the one before it. */
    String asSentToRecord(String change);

    /** From now on, what a change without transaction leaves at its end takes this long. */
    void delay(String change, int seconds);

    /** In order. */
    List<Effect> effects();

    /** Somebody else who writes what changes write. */
    Rival rival();

    /** The audit store, for whoever looks at it or changes it by hand. */
    ByHand byHand();

    /** Drops it. */
    @Override
    void close();

    /** What the traps of proxies wait for. */
    enum Sent {
        /** A lock is acquired. */
        TAKE_LOCK,
        /** An event is recorded. */
        RECORD,
        /** The transaction of a change is committed. */
        COMMIT,
        /** A table or collection is created. */
        CREATE,
        /** A change leaves a trace. */
        EFFECT
    }

    /** Ways to behave. */
    enum Setting {
        /** There is one connection to the target system. */
        POOL_OF_ONE,
        /** Each statement or transaction has a connection of its own. */
        NO_POOL,
        /** A transaction fails if it has read what another has changed since. */
        SERIALIZABLE
    }
}
