package io.quarkiverse.flamingock.runtime.mongodb.watch;

/**
 * What is known of the effects of one call of a change.
 */
public enum Seen {
    /** Nothing was sent that could have had one. */
    NOTHING,
    /** Nothing that was sent had an effect, and an operation was refused. */
    REFUSED,
    /** Something may have had an effect that can't be seen. */
    PERHAPS,
    /** Something had an effect. */
    EFFECT
}
