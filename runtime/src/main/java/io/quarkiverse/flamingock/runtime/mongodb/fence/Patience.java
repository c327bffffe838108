package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.time.Duration;

/**
 * How long to wait for a transaction of an older holder.
 *
 * @param grace before its session is ended
 * @param timeout after that
 */
public record Patience(Duration grace, Duration timeout) {

    /** No longer than the grace. */
    Duration slice(Duration longest) {
        return grace.compareTo(longest) < 0 ? grace : longest;
    }

    boolean graceIsOver(Duration waited) {
        return waited.compareTo(grace) >= 0;
    }

    boolean isOver(Duration waited) {
        return waited.compareTo(grace.plus(timeout)) >= 0;
    }
}
