package io.quarkiverse.flamingock.test.memory;

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
            InMemoryStore.Lock lock = store.locks.getOrDefault(name, new InMemoryStore.Lock(null, null, 0, now));
            if (lock.expiresAt().isAfter(now) && !owner.equals(lock.owner())) {
                return Optional.empty();
            }
            // An owner that asks again did not get the first answer.
            String previous = owner.equals(lock.owner()) ? lock.previousOwner() : lock.owner();
            store.locks.put(name, new InMemoryStore.Lock(owner, previous, lock.token() + 1, now.plus(duration)));
            store.lostLocks.loseIfOrdered();
            store.delayIfOrdered();
            return Optional.of(new Lease(name, owner, lock.token() + 1, previous != null));
        }
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        synchronized (store) {
            store.write("raise the lock");
            if (!held(lease)) {
                return Optional.empty();
            }
            InMemoryStore.Lock lock = store.locks.get(lease.name());
            store.locks.put(lease.name(),
                    new InMemoryStore.Lock(lock.owner(), lock.previousOwner(), above + 1, lock.expiresAt()));
            return Optional.of(new Lease(lease.name(), lease.owner(), above + 1, lease.takenOver()));
        }
    }

    @Override
    public boolean isHeld(String name) {
        synchronized (store) {
            store.read();
            store.beforeHeld();
            return store.holder(name) != null;
        }
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        synchronized (store) {
            store.write("renew the lock");
            store.failIfOrdered();
            if (!held(lease)) {
                return false;
            }
            InMemoryStore.Lock lock = store.locks.get(lease.name());
            store.locks.put(lease.name(), new InMemoryStore.Lock(lock.owner(), lock.previousOwner(), lock.token(),
                    store.clock.instant().plus(duration)));
            store.delayIfOrdered();
            return true;
        }
    }

    @Override
    public void release(Lease lease) {
        synchronized (store) {
            store.write("release the lock");
            if (held(lease)) {
                store.locks.put(lease.name(), new InMemoryStore.Lock(lease.takenOver() ? "unknown" : null, null, lease.token(),
                        store.clock.instant()));
            }
        }
    }

    private boolean held(Lease lease) {
        InMemoryStore.Lock lock = store.locks.get(lease.name());
        return lock != null && lease.owner().equals(lock.owner()) && lease.token() == lock.token();
    }
}
