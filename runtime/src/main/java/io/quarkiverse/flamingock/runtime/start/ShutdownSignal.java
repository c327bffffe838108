package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.ProcessEnd;

/**
 * Notices that the virtual machine shuts down while a run is on its way: Quarkus waits for the start to end, and so would
 * wait for a lock that another instance holds.
 */
final class ShutdownSignal implements ProcessEnd {

    private final CountDownLatch requested = new CountDownLatch(1);

    @Override
    public Background.Task watch() {
        Thread hook = new Thread("flamingock-shutdown") {
            @Override
            public void run() {
                requested.countDown();
            }
        };
        Runtime.getRuntime().addShutdownHook(hook);
        return new Background.Task() {
            @Override
            public void close() {
                forget(hook);
            }
        };
    }

    @Override
    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits, no longer than until the shutdown. */
    void await(Duration duration) throws InterruptedException {
        requested.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown has begun; the hook has run or is about to.
        }
    }
}
