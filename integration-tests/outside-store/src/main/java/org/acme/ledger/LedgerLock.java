package org.acme.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.acme.ledger.Locks.Lock;

import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * The lock beside the ledger.
 */
public final class LedgerLock implements LeaseLock {

    private final LedgerDirectory directory;
    private final Locks locks;

    /**
     * @param directory where the locks are kept
     */
    public LedgerLock(LedgerDirectory directory) {
        this.directory = directory;
        this.locks = directory.locks;
    }

    // tag::acquire[]
    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        return directory.change("acquire the lock", () -> {
            Instant now = directory.clock.instant();
            Lock lock = locks.of(name);
            // An owner that asks again did not get the first answer.
            boolean again = owner.equals(lock.owner());
            if (lock.isHeldAt(now) && !again) {
                return Optional.empty();
            }
            boolean takenOver = lock.takenOver() || lock.owner() != null && !again;
            locks.put(name, new Lock(owner, lock.token() + 1, now.plus(duration), takenOver));
            return Optional.of(new Lease(name, owner, lock.token() + 1, takenOver));
        });
    }
    // end::acquire[]

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        return directory.change("raise the lock", () -> {
            Lock lock = locks.of(lease.name());
            if (!lock.belongsTo(lease)) {
                return Optional.empty();
            }
            long token = Math.max(above, lock.token()) + 1;
            locks.put(lease.name(), new Lock(lock.owner(), token, lock.until(), lock.takenOver()));
            return Optional.of(new Lease(lease.name(), lease.owner(), token, lease.takenOver()));
        });
    }

    @Override
    public boolean isHeld(String name) {
        return directory.read("read the lock", false, () -> locks.of(name).isHeldAt(directory.clock.instant()));
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return directory.change("renew the lock", () -> {
            Lock lock = locks.of(lease.name());
            if (lock.belongsTo(lease)) {
                Instant until = directory.clock.instant().plus(duration);
                locks.put(lease.name(), new Lock(lock.owner(), lock.token(), until, lock.takenOver()));
            }
            return lock.belongsTo(lease);
        });
    }

    @Override
    public void release(Lease lease) {
        directory.change("release the lock", () -> {
            Lock lock = locks.of(lease.name());
            if (lock.belongsTo(lease)) {
                locks.put(lease.name(), new Lock(null, lock.token(), lock.until(), lease.takenOver()));
            }
            return null;
        });
    }
}
