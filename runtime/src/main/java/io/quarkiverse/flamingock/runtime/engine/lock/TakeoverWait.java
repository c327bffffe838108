package io.quarkiverse.flamingock.runtime.engine.lock;

import java.time.Duration;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;

/**
 * Waits after a takeover: a statement that the old owner sent by itself, in no transaction that a fence could stop, may take
 * effect after its death.
 */
public final class TakeoverWait {

    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Environment env;
    private final HeldLocks held;
    private final long start;

    /**
     * @param env the engine's surroundings
     * @param held the locks, just acquired
     */
    public TakeoverWait(Environment env, HeldLocks held) {
        this.env = env;
        this.held = held;
        this.start = env.ticker().nanos();
    }

    /**
     * Waits until the locks are held for the time of a lease.
     *
     * @param change the id of a change that is looked at afterwards
     * @param target the id of its target system
     */
    public void await(String change, String target) {
        Duration lease = env.settings().lease();
        env.log().waitingAfterTakeover(change, target, lease);
        try {
            while (env.ticker().nanos() - start < lease.toNanos()) {
                env.ticker().sleep(SLICE.compareTo(lease) < 0 ? SLICE : lease);
                held.check();
                env.checkEnd(change);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlamingockException(LockMessages.interruptedWhileWaiting(target), e);
        }
    }
}
