package io.quarkiverse.flamingock.runtime.engine.port;

import java.time.Duration;

/**
 * Runs something beside the run.
 */
@FunctionalInterface
public interface Background {

    /** Ends what runs in the background. */
    interface Task extends AutoCloseable {

        /** No call of the task is running or will run once this returns. */
        @Override
        void close();
    }

    /**
     * @param period the time between two calls, and before the first
     * @param task what to call; it does not throw
     * @return ends it
     */
    Task every(Duration period, Runnable task);
}
