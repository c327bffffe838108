package io.quarkiverse.flamingock.runtime.engine.settings;

/**
 * What to do about pending changes of a target system whose datasource or client is not active at this start.
 */
public enum OnInactive {

    /** The start fails before anything is applied. */
    FAIL,
    /** They are left out, with a warning, and stay pending. */
    SKIP
}
