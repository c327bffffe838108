package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.flamingock.runtime.engine.port.Background;

/**
 * A daemon thread of its own for each task: the application's executors may be busy or not there yet.
 */
final class DaemonBackground implements Background {

    private static final long PATIENCE_SECONDS = 5;

    @Override
    public Task every(Duration period, Runnable task) {
        ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(1, new ThreadFactory() {
            @Override
            public Thread newThread(Runnable runnable) {
                Thread thread = new Thread(runnable, "flamingock-lease");
                thread.setDaemon(true);
                return thread;
            }
        });
        executor.scheduleWithFixedDelay(task, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return new Task() {
            @Override
            public void close() {
                stop(executor);
            }
        };
    }

    private static void stop(ScheduledExecutorService executor) {
        // A call that is on its way is not interrupted: that would break its connection.
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
