package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.ProcessEnd;
import io.quarkus.runtime.shutdown.ShutdownListener;

/**
 * Notices that the virtual machine or the application shuts down. While the application starts, Quarkus waits for the start to
 * end, and so would wait for a lock that another instance holds; once it has started, Quarkus closes connection pools and beans
 * without looking at who uses them, unless somebody makes it wait.
 */
@Singleton
public class ShutdownSignal implements ProcessEnd, ShutdownListener {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    private final Duration patience;
    private final CountDownLatch requested = new CountDownLatch(1);
    /** One party is the application itself, so that it comes to rest only when nobody else is left. */
    private final Phaser busy = new Phaser(1);
    private volatile boolean overdue;

    /**
     * @param configuration says how long to wait
     */
    @Inject
    public ShutdownSignal(RuntimeConfiguration configuration) {
        this(configuration.settings().shutdownTimeout());
    }

    ShutdownSignal(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Background.Task watch() {
        busy.register();
        Thread hook = new Thread("flamingock-shutdown") {
            @Override
            public void run() {
                requested.countDown();
            }
        };
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown has begun.
            requested.countDown();
        }
        return new Background.Task() {
            @Override
            public void close() {
                forget(hook);
                busy.arriveAndDeregister();
            }
        };
    }

    @Override
    public boolean requested() {
        return requested.getCount() == 0;
    }

    @Override
    public boolean overdue() {
        return overdue;
    }

    @Override
    public void preShutdown(ShutdownNotification notification) {
        requested.countDown();
        notification.done();
    }

    /** Quarkus waits for the notification only where it has a timeout itself, but always for the return of this method. */
    @Override
    public void shutdown(ShutdownNotification notification) {
        try {
            awaitRest();
        } finally {
            notification.done();
        }
    }

    private void awaitRest() {
        if (busy.getRegisteredParties() > 1) {
            LOG.infof("Waiting for what Flamingock is just doing, at most %s (quarkus.flamingock.shutdown-timeout)", patience);
        }
        try {
            busy.awaitAdvanceInterruptibly(busy.arrive(), patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            overdue = true;
            LOG.warnf("The application ends although Flamingock has not: it was still busy after %s"
                    + " (quarkus.flamingock.shutdown-timeout). A change that is being applied counts as interrupted, and the"
                    + " next start looks what became of it", patience);
        } catch (InterruptedException e) {
            overdue = true;
            Thread.currentThread().interrupt();
        }
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
