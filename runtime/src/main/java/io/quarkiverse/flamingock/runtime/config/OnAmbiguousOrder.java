package io.quarkiverse.flamingock.runtime.config;

/**
 * What the build does about orders that a person may read in another way than the extension.
 */
public enum OnAmbiguousOrder {

    /** It fails. */
    FAIL,
    /** It warns, and takes the order as the documentation says. */
    WARN,
    /** It takes the order as the documentation says. */
    IGNORE
}
