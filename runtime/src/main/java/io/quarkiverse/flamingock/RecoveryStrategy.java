package io.quarkiverse.flamingock;

/**
 * How a change with an unproven outcome is recovered.
 */
public enum RecoveryStrategy {

    /** The start stops and a person decides; the default. */
    MANUAL_INTERVENTION,

    /** The change is applied again; for changes that may run more than once without harm. */
    ALWAYS_RETRY
}
