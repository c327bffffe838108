package io.quarkiverse.flamingock.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock in memory, beside an {@link InMemoryAuditStore}.
 */
public final class InMemoryLeaseLock implements LeaseLock {

    private final InMemoryStore store;

    /**
     * @param store where the locks are kept
     */
    public InMemoryLeaseLock(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        synchronized (store) {
            store.write("acquire the lock");
            Instant now = store.clock.instant();
            InMemoryStore.Lock lock = store.locks.getOrDefault(name, new InMemoryStore.Lock(null, 0, now));
            if (lock.expiresAt().isAfter(now) && !owner.equals(lock.owner())) {
                return Optional.empty();
            }
            store.locks.put(name, new InMemoryStore.Lock(owner, lock.token() + 1, now.plus(duration)));
            store.loseLockIfOrdered();
            return Optional.of(new Lease(name, owner, lock.token() + 1,
                    lock.owner() != null && !lock.owner().equals(owner)));
        }
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        synchronized (store) {
            store.write("raise the lock");
            if (!held(lease)) {
                return Optional.empty();
            }
            store.locks.put(lease.name(),
                    new InMemoryStore.Lock(lease.owner(), above + 1, store.locks.get(lease.name()).expiresAt()));
            return Optional.of(new Lease(lease.name(), lease.owner(), above + 1, lease.takenOver()));
        }
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        synchronized (store) {
            store.write("renew the lock");
            if (!held(lease)) {
                return false;
            }
            store.locks.put(lease.name(),
                    new InMemoryStore.Lock(lease.owner(), lease.token(), store.clock.instant().plus(duration)));
            return true;
        }
    }

    @Override
    public void release(Lease lease) {
        synchronized (store) {
            store.write("release the lock");
            if (held(lease)) {
                store.locks.put(lease.name(), new InMemoryStore.Lock(null, lease.token(), store.clock.instant()));
            }
        }
    }

    private boolean held(Lease lease) {
        InMemoryStore.Lock lock = store.locks.get(lease.name());
        return lock != null && lease.owner().equals(lock.owner()) && lease.token() == lock.token();
    }
}
