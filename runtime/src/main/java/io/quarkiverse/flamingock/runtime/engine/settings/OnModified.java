package io.quarkiverse.flamingock.runtime.engine.settings;

/**
 * What a run does about a change whose code or order differs from what was executed.
 */
public enum OnModified {

    /** It logs a warning, at every start until the difference is accepted. */
    WARN,
    /** It fails. */
    FAIL
}
