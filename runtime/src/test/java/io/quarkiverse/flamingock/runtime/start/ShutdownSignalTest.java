package io.quarkiverse.flamingock.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.engine.port.Background;

/**
 * The end of an application waits for runs.
 */
class ShutdownSignalTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whereNothingRunsNothingIsWaitedFor() {
        ShutdownSignal signal = new ShutdownSignal(LONG);
        signal.watch().close();
        assertThat(signal.requested()).isFalse();
        signal.preShutdown(done::incrementAndGet);
        assertThat(signal.requested()).isTrue();
        signal.shutdown(done::incrementAndGet);
        assertThat(done).hasValue(2);
        assertThat(signal.overdue()).isFalse();
    }

    @Test
    void allThatRunIsWaitedFor() throws Exception {
        ShutdownSignal signal = new ShutdownSignal(LONG);
        Background.Task first = signal.watch();
        Background.Task second = signal.watch();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> signal.shutdown(done::incrementAndGet));
        first.close();
        assertThat(end).isNotDone();
        signal.watch().close();
        assertThat(end).isNotDone();
        second.close();
        end.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(done).hasValue(1);
        assertThat(signal.overdue()).isFalse();
    }

    @Test
    void butNotForEver() {
        ShutdownSignal signal = new ShutdownSignal(Duration.ofMillis(50));
        Background.Task run = signal.watch();
        signal.shutdown(done::incrementAndGet);
        assertThat(done).hasValue(1);
        assertThat(signal.overdue()).isTrue();
        run.close();
    }

    @Test
    void aSleeperWakes() throws Exception {
        ShutdownSignal signal = new ShutdownSignal(LONG);
        CountDownLatch awake = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            try {
                signal.await(LONG);
                awake.countDown();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        sleeper.start();
        signal.preShutdown(done::incrementAndGet);
        assertThat(awake.await(LONG.toSeconds() - 10, TimeUnit.SECONDS)).isTrue();
    }
}
