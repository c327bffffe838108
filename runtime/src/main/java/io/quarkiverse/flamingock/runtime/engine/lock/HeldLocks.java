package io.quarkiverse.flamingock.runtime.engine.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.port.ProcessEnd;
import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * The locks that a run holds, renewed in the background until it ends.
 * <p>
 * The own deadline is monotonic and counts from before the request was sent, so that it ends before the store's lease does.
 */
public final class HeldLocks implements AutoCloseable {

    private static final int RENEWALS_PER_LEASE = 3;
    private static final int MARGIN = 6;

    private final LeaseLock lock;
    private final Duration lease;
    private final Ticker ticker;
    private final RunLog log;
    private final ProcessEnd end;
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Map<String, Long> deadlines = new LinkedHashMap<>();
    private Background.Task renewal;
    private volatile boolean closed;
    private String lost;

    HeldLocks(Environment env) {
        this.lock = env.lock();
        this.lease = env.settings().lease();
        this.ticker = env.ticker();
        this.log = env.log();
        this.end = env.platform().end();
    }

    synchronized void add(Lease acquired, long requestedAt) {
        leases.put(acquired.name(), acquired);
        deadlines.put(acquired.name(), deadline(requestedAt));
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
        long soon = ticker.nanos() + lease.dividedBy(RENEWALS_PER_LEASE).toNanos();
        return deadlines.values().stream().allMatch(deadline -> deadline - soon > 0);
    }

    /** What owners before had sent was waited for. */
    public synchronized void settle() {
        leases.replaceAll((name, held) -> held.settled());
    }

    void keepAlive(Background background) {
        renewal = background.every(lease.dividedBy(RENEWALS_PER_LEASE), new Runnable() {
            @Override
            public void run() {
                renew();
            }
        });
    }

    /**
     * @param target the id of a target system
     * @return whether its lock is one of these
     */
    public synchronized boolean holds(String target) {
        return leases.containsKey(target);
    }

    /**
     * @param target the id of a target system whose lock is held
     * @return the token of the lock
     */
    public synchronized long token(String target) {
        return leases.get(target).token();
    }

    /**
     * @param target the id of a target system whose lock is held
     * @return the lease of the lock
     */
    public synchronized Lease lease(String target) {
        return leases.get(target);
    }

    /**
     * @return whether this process may still believe that it holds all its locks
     */
    public synchronized boolean held() {
        long now = ticker.nanos();
        return lost == null && deadlines.values().stream().allMatch(deadline -> deadline - now > 0);
    }

    /**
     * @throws LockLostException when a lock is no longer held, or its lease is over
     */
    public synchronized void check() {
        checkTaken();
        long now = ticker.nanos();
        for (Map.Entry<String, Long> deadline : deadlines.entrySet()) {
            if (deadline.getValue() - now <= 0) {
                throw new LockLostException(LockMessages.leaseRanOut(deadline.getKey(), lease));
            }
        }
    }

    /**
     * As {@link #check()}, where a lease that may be over is no reason to stop: what follows is refused by others then.
     *
     * @throws LockLostException when a lock is known to be no longer held
     */
    public synchronized void checkTaken() {
        if (lost != null) {
            throw new LockLostException(LockMessages.lockLost(lost));
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
        for (Lease one : wanted) {
            long requestedAt = ticker.nanos();
            try {
                boolean renewed = lock.renew(one, lease);
                synchronized (this) {
                    if (renewed) {
                        deadlines.put(one.name(), deadline(requestedAt));
                    } else if (leases.get(one.name()).token() == one.token()) {
                        // else its token was raised meanwhile
                        lost = one.name();
                    }
                }
            } catch (RuntimeException e) {
                if (!closed && !end.overdue()) {
                    log.renewalFailed(one.name(), e);
                    failed.add(one);
                }
            }
        }
        return failed;
    }

    /** Frees what is held; a lock that can't be freed runs out by itself. */
    @Override
    public void close() {
        // What a renewal meets that is still on its way concerns nobody any more.
        closed = true;
        if (renewal != null) {
            renewal.close();
        }
        if (end.overdue()) {
            // Something that was sent may still take effect; whoever takes the lock over waits for that.
            return;
        }
        for (Lease one : current()) {
            try {
                lock.release(one);
            } catch (RuntimeException e) {
                log.releaseFailed(one.name(), e);
            }
        }
    }

    private synchronized List<Lease> current() {
        return List.copyOf(leases.values());
    }

    private long deadline(long requestedAt) {
        return requestedAt + lease.minus(lease.dividedBy(MARGIN)).toNanos();
    }
}
