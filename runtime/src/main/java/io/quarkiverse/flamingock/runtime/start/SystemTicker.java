package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;

import io.quarkiverse.flamingock.runtime.engine.port.Ticker;

/**
 * The monotonic clock of the virtual machine.
 *
 * @param end ends a wait early
 */
record SystemTicker(ShutdownSignal end) implements Ticker {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        end.await(duration);
    }
}
