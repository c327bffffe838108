package io.quarkiverse.flamingock.runtime.engine.port;

import java.time.Duration;

/**
 * The process's own time: durations only, never the time of day.
 */
public interface Ticker {

    /**
     * @return nanoseconds from an arbitrary moment, never going backwards
     */
    long nanos();

    /**
     * @param duration how long to wait; less where the process is {@linkplain ProcessEnd asked to end}
     * @throws InterruptedException when the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
