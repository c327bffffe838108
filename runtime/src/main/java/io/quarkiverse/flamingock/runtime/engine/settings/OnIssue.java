package io.quarkiverse.flamingock.runtime.engine.settings;

/**
 * What a run does about a change whose outcome a person must settle, and about one that fails.
 */
public enum OnIssue {

    /** The run fails and nothing more is applied. */
    STOP,
    /** The change and all later ones of its target system are left out; those of other target systems are applied. */
    CONTINUE
}
