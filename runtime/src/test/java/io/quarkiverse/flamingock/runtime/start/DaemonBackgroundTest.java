package io.quarkiverse.flamingock.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.engine.port.Background;

/**
 * Row B5: what runs beside a run when that ends.
 */
class DaemonBackgroundTest {

    private final CountDownLatch onItsWay = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<String> end = new CompletableFuture<>();

    @Test
    void aCallThatIsOnItsWayIsWaitedForAndNotInterrupted() throws Exception {
        Background.Task task = new DaemonBackground().every(Duration.ofMillis(1), this::call);
        assertThat(onItsWay.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(task::close);
        TimeUnit.MILLISECONDS.sleep(200);
        goOn.countDown();
        assertThat(end.get(1, TimeUnit.MINUTES)).isEqualTo("ended");
        closed.get(1, TimeUnit.MINUTES);
    }

    private void call() {
        onItsWay.countDown();
        try {
            goOn.await();
            end.complete("ended");
        } catch (InterruptedException e) {
            end.complete("interrupted");
        }
    }
}
