package io.quarkiverse.flamingock.runtime.config;

/**
 * What a start that may not apply changes does about those that are pending.
 */
public enum OnPending {

    /** It fails. */
    FAIL,
    /** It logs a warning. */
    WARN,
    /** It does not look. */
    IGNORE
}
