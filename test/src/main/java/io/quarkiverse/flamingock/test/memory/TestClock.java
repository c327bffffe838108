package io.quarkiverse.flamingock.test.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until a test moves it.
 */
public final class TestClock implements InstantSource {

    private Instant now = Instant.parse("2025-09-23T10:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * @param duration how far to move on
     */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
