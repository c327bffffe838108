package io.quarkiverse.flamingock.runtime.engine.lock;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Gets the locks of several target systems: in sorted order, all or none, waiting as long as another holder renews.
 */
public final class LockAcquisition {

    private static final int ATTEMPTS = 3;

    private final Environment env;

    /**
     * @param env the engine's surroundings
     */
    public LockAcquisition(Environment env) {
        this.env = env;
    }

    /**
     * @param targets whose locks
     * @param owner unique to this run
     * @param pointless asked while waiting: whether the locks are no longer needed
     * @return the locks, kept alive until they are closed; null when they are no longer needed
     */
    public HeldLocks acquire(SortedSet<String> targets, String owner, BooleanSupplier pointless) {
        LockWait wait = new LockWait(env, owner);
        int late = 0;
        while (true) {
            HeldLocks held = new HeldLocks(env);
            String busy = tryAll(targets, owner, held, wait);
            if (busy == null && (held.freshen() || ++late == ATTEMPTS)) {
                held.keepAlive(env.platform().background());
                return held;
            }
            held.close();
            wait.pause(busy == null ? targets.first() : busy);
            if (pointless.getAsBoolean()) {
                return null;
            }
        }
    }

    private String tryAll(SortedSet<String> targets, String owner, HeldLocks held, LockWait wait) {
        for (String target : targets) {
            try {
                if (!tryOne(target, owner, held, wait)) {
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
    private boolean tryOne(String target, String owner, HeldLocks held, LockWait wait) {
        for (int attempt = 1;; attempt++) {
            long requestedAt = env.ticker().nanos();
            try {
                Optional<Lease> lease = env.lock().tryAcquire(target, owner, env.settings().lease());
                lease.ifPresent(acquired -> held.add(acquired, requestedAt));
                return lease.isPresent();
            } catch (AuditStoreUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                wait.sleep(LockWait.FIRST, target);
            }
        }
    }
}
