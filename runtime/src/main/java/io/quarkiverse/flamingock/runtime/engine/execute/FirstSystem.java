package io.quarkiverse.flamingock.runtime.engine.execute;

/**
 * What became of the transaction of the first system, when a change over several of them has failed.
 */
public enum FirstSystem {

    /** There was none, or it is not said that it was undone. */
    NOT_UNDONE,
    /** It was undone. */
    UNDONE,
    /** It was undone, because another transaction was in its way. */
    CONFLICT;

    boolean isUndone() {
        return this != NOT_UNDONE;
    }
}
