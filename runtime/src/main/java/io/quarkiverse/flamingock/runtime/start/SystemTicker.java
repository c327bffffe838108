package io.quarkiverse.flamingock.runtime.start;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.flamingock.runtime.engine.Ticker;

/**
 * The monotonic clock of the virtual machine.
 */
final class SystemTicker implements Ticker {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
