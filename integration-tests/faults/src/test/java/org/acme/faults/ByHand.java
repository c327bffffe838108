package org.acme.faults;

import java.util.List;

/**
 * The audit store as an administrator sees it, and what one may do to it.
 */
interface ByHand {

    /** The tables or collections of the store, without the prefix of their names. */
    List<String> TABLES = List.of("audit", "state", "head", "lock", "store");

    /** What the application has recorded, in order. */
    List<Event> events();

    /** Every value of a table or collection. */
    List<String> values(String table);

    /** How many services have recorded something. */
    int services();

    /** Who holds the lock of a target system, or null. */
    String owner(String target);

    /** How many locks are held. */
    int held();

    /** Lets all leases end. */
    void endLeases();

    /** Lets all leases end so much later than now. */
    void extendLeases(int seconds);

    /** Somebody else has the lock of a target system from now on, for so long. */
    void take(String target, int seconds);

    /** Deletes all locks. */
    void deleteLocks();

    /** Deletes all locks, and whatever the database remembers of their table. */
    void truncateLocks();

    /** Makes a backup. */
    void save();

    /** Replaces what is there by the backup. */
    void putBack();

    /** Drops everything. */
    void drop();
}
