package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock that stands before another one, for tests to override.
 */
public class DelegatingLock implements LeaseLock {

    private final LeaseLock lock;

    public DelegatingLock(LeaseLock lock) {
        this.lock = lock;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        return lock.tryAcquire(name, owner, duration);
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        return lock.raise(lease, above);
    }

    @Override
    public boolean isHeld(String name) {
        return lock.isHeld(name);
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return lock.renew(lease, duration);
    }

    @Override
    public void release(Lease lease) {
        lock.release(lease);
    }
}
