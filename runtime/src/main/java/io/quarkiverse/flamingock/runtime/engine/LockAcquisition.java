package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.FlamingockException;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * Gets the locks of several target systems: in sorted order, all or none, waiting as long as another holder renews.
 */
final class LockAcquisition {

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final LeaseLock lock;
    private final Settings settings;
    private final Platform platform;
    private final Ticker ticker;
    private final RunLog log;

    LockAcquisition(LeaseLock lock, Settings settings, Platform platform, RunLog log) {
        this.lock = lock;
        this.settings = settings;
        this.platform = platform;
        this.ticker = platform.ticker();
        this.log = log;
    }

    /**
     * @param targets whose locks
     * @param owner unique to this run
     * @param pointless asked while waiting: whether the locks are no longer needed
     * @return the locks, kept alive until they are closed; null when they are no longer needed
     */
    HeldLocks acquire(SortedSet<String> targets, String owner, BooleanSupplier pointless) {
        Duration wait = FIRST_WAIT;
        while (true) {
            HeldLocks held = new HeldLocks(lock, settings, ticker, log);
            String busy = tryAll(targets, owner, held);
            if (busy == null) {
                held.keepAlive(platform.background());
                return held;
            }
            held.close();
            log.waitingForLock(busy);
            pause(jitter(wait, owner), busy);
            if (pointless.getAsBoolean()) {
                return null;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private String tryAll(SortedSet<String> targets, String owner, HeldLocks held) {
        for (String target : targets) {
            try {
                if (!tryOne(target, owner, held)) {
                    return target;
                }
            } catch (RuntimeException e) {
                held.close();
                throw e;
            }
        }
        return null;
    }

    /** An answer that was lost may have been a yes: the same owner is given the lock again. */
    private boolean tryOne(String target, String owner, HeldLocks held) {
        for (int attempt = 1;; attempt++) {
            long requestedAt = ticker.nanos();
            try {
                Optional<Lease> lease = lock.tryAcquire(target, owner, settings.lease());
                lease.ifPresent(acquired -> held.add(acquired, requestedAt));
                return lease.isPresent();
            } catch (AuditStoreUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause(FIRST_WAIT, target);
            }
        }
    }

    /** Between half and the whole of the time; differs from owner to owner and from moment to moment. */
    private Duration jitter(Duration wait, String owner) {
        long half = wait.toNanos() / 2;
        return Duration.ofNanos(half + Math.floorMod(owner.hashCode() * 31L + ticker.nanos(), half));
    }

    private void pause(Duration duration, String busy) {
        try {
            ticker.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlamingockException(Messages.interruptedWhileWaiting(busy), e);
        }
        if (platform.end().requested()) {
            throw new FlamingockException(Messages.endedWhileWaiting(busy));
        }
    }
}
