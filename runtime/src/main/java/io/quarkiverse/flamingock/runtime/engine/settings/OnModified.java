package io.quarkiverse.flamingock.runtime.engine.settings;

/**
 * What a run does about a change whose code or order differs from what was executed.
 */
public enum OnModified {

    /** It logs a warning, once per build of the application. */
    WARN,
    /** It fails. */
    FAIL
}
