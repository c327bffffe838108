package io.quarkiverse.flamingock.runtime.mongodb.watch;

/**
 * What is known of the effect of one operation.
 */
enum Effect {
    NONE,
    POSSIBLE,
    CERTAIN;

    static Effect certainIf(boolean seen) {
        return seen ? CERTAIN : NONE;
    }

    Effect or(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
