package io.quarkiverse.flamingock.runtime.engine.settings;

/**
 * What a run does about a pending change that orders before an executed one.
 */
public enum OnOutOfOrder {

    /** It applies it in its place among the pending ones and logs a warning. */
    WARN,
    /** It fails. */
    FAIL,
    /** It applies it in its place among the pending ones. */
    IGNORE
}
