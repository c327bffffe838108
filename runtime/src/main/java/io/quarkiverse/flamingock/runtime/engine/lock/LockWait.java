package io.quarkiverse.flamingock.runtime.engine.lock;

import java.time.Duration;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;

/**
 * Waits a little longer each time, and a little differently in each instance, for a lock that another instance holds.
 */
final class LockWait {

    static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Environment env;
    private final int seed;
    private Duration next = FIRST;

    /**
     * @param seed differs from instance to instance
     */
    LockWait(Environment env, String seed) {
        this.env = env;
        this.seed = seed.hashCode();
    }

    /**
     * @param target whose lock is held
     */
    void pause(String target) {
        env.log().waitingForLock(target, env.calls().others());
        // between half and the whole of the time
        long half = next.toNanos() / 2;
        sleep(Duration.ofNanos(half + Math.floorMod(seed * 31L + env.ticker().nanos(), half)), target);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    void sleep(Duration duration, String target) {
        try {
            env.ticker().sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlamingockException(LockMessages.interruptedWhileWaiting(target), e);
        }
        if (env.platform().end().requested()) {
            throw env.ended(LockMessages.endedWhileWaiting(target));
        }
    }
}
