package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * What the methods of a change are for.
 */
public enum ChangeMethod {
    /** Applies it. */
    APPLY,
    /** Takes back what is left of it. */
    ROLLBACK,
    /** Finds out whether it was applied. */
    PROBE
}
