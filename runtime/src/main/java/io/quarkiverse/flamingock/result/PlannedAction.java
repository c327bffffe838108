package io.quarkiverse.flamingock.result;

/**
 * What a start would do with a change now.
 */
public enum PlannedAction {

    /** Applied already: nothing. */
    SKIP,
    /** Never applied, or taken back: apply. */
    APPLY,
    /** Its last execution has an unproven outcome and its strategy allows it: apply again. */
    RETRY,
    /** A baseline that is configured names it: record it as executed, and do not apply it. */
    BASELINE,
    /**
     * Its last execution has an outcome that the target system can prove, which needs the lock: then record it as
     * executed, or apply.
     */
    RESOLVE,
    /**
     * Its last execution has begun and not ended, and the lock on its target system is held: an instance is just applying or
     * settling it, or has died and its lease is not over yet. Wait for that.
     */
    WAIT,
    /**
     * Its datasource or client is not active at this start, and {@code quarkus.flamingock.on-inactive} is {@code skip}: leave
     * it out. It stays pending for a start with that datasource or client.
     */
    LEAVE_OUT,
    /** Its last execution has an outcome that a person must settle. */
    STOP
}
