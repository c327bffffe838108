package io.quarkiverse.flamingock.test.memory;

import java.time.Duration;

import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.LeaseLockContract;

class InMemoryLeaseLockTest extends LeaseLockContract {

    private final TestClock clock = new TestClock();
    private final InMemoryStore store = new InMemoryStore(clock);

    @Override
    protected LeaseLock lock() {
        return new InMemoryLeaseLock(store);
    }

    @Override
    protected void expire(String name) {
        clock.advance(Duration.ofHours(1));
    }
}
