package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * The locks that a run holds, renewed in the background until it ends.
 * <p>
 * The own deadline is monotonic and counts from before the request was sent, so that it ends before the store's lease does.
 */
final class HeldLocks implements AutoCloseable {

    private static final int RENEWALS_PER_LEASE = 3;
    private static final int MARGIN = 6;

    private final LeaseLock lock;
    private final Settings settings;
    private final Ticker ticker;
    private final RunLog log;
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Map<String, Long> deadlines = new LinkedHashMap<>();
    private Background.Task renewal;
    private String lost;

    HeldLocks(LeaseLock lock, Settings settings, Ticker ticker, RunLog log) {
        this.lock = lock;
        this.settings = settings;
        this.ticker = ticker;
        this.log = log;
    }

    synchronized void add(Lease lease, long requestedAt) {
        leases.put(lease.name(), lease);
        deadlines.put(lease.name(), deadline(requestedAt));
    }

    /**
     * Gives a lock a greater token than one that its target system has seen.
     *
     * @param newer how that was noticed; thrown when the lock is no longer held
     */
    void raise(String target, NewerTokenException newer) {
        Lease raised = lock.raise(lease(target), newer.newest()).orElseThrow(() -> newer);
        log.tokenRaised(target, newer.newest(), raised.token());
        synchronized (this) {
            leases.put(target, raised);
        }
    }

    /**
     * Where the store let this process wait for its locks, as behind the open transaction of one that has died, their leases
     * may be over soon, or are.
     *
     * @return whether the locks are held for long enough to begin, after renewing them where they were not
     */
    boolean freshen() {
        if (!isYoung()) {
            renew();
        }
        return isYoung() && held();
    }

    private synchronized boolean isYoung() {
        long soon = ticker.nanos() + settings.lease().dividedBy(RENEWALS_PER_LEASE).toNanos();
        return deadlines.values().stream().allMatch(deadline -> deadline - soon > 0);
    }

    /** What owners before had sent was waited for. */
    synchronized void settle() {
        leases.replaceAll((name, lease) -> lease.settled());
    }

    void keepAlive(Background background) {
        renewal = background.every(settings.lease().dividedBy(RENEWALS_PER_LEASE), new Runnable() {
            @Override
            public void run() {
                renew();
            }
        });
    }

    synchronized long token(String target) {
        return leases.get(target).token();
    }

    synchronized Lease lease(String target) {
        return leases.get(target);
    }

    /** Whether this process may still believe that it holds all its locks. */
    synchronized boolean held() {
        long now = ticker.nanos();
        return lost == null && deadlines.values().stream().allMatch(deadline -> deadline - now > 0);
    }

    synchronized void check() {
        if (lost != null) {
            throw new LockLostException(Messages.lockLost(lost));
        }
        long now = ticker.nanos();
        for (Map.Entry<String, Long> deadline : deadlines.entrySet()) {
            if (deadline.getValue() - now <= 0) {
                throw new LockLostException(Messages.leaseRanOut(deadline.getKey(), settings.lease()));
            }
        }
    }

    /** Called in the background; an error only means that the deadline is not moved. */
    void renew() {
        log.stillRunning();
        // The second time a connection that broke is replaced; the next period may be too late.
        renew(renew(current()));
    }

    /** Those that met an error. */
    private List<Lease> renew(List<Lease> wanted) {
        List<Lease> failed = new ArrayList<>();
        for (Lease lease : wanted) {
            long requestedAt = ticker.nanos();
            try {
                boolean renewed = lock.renew(lease, settings.lease());
                synchronized (this) {
                    if (renewed) {
                        deadlines.put(lease.name(), deadline(requestedAt));
                    } else if (leases.get(lease.name()).token() == lease.token()) {
                        // else its token was raised meanwhile
                        lost = lease.name();
                    }
                }
            } catch (RuntimeException e) {
                log.renewalFailed(lease.name(), e);
                failed.add(lease);
            }
        }
        return failed;
    }

    /** Frees what is held; a lock that can't be freed runs out by itself. */
    @Override
    public void close() {
        if (renewal != null) {
            renewal.close();
        }
        for (Lease lease : current()) {
            try {
                lock.release(lease);
            } catch (RuntimeException e) {
                log.releaseFailed(lease.name(), e);
            }
        }
    }

    private synchronized List<Lease> current() {
        return List.copyOf(leases.values());
    }

    private long deadline(long requestedAt) {
        Duration lease = settings.lease();
        return requestedAt + lease.minus(lease.dividedBy(MARGIN)).toNanos();
    }
}
