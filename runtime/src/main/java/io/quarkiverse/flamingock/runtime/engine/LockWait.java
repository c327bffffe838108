package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.error.FlamingockException;

/**
 * Waits a little longer each time, and a little differently in each instance, for a lock that another instance holds.
 */
final class LockWait {

    static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Platform platform;
    private final RunLog log;
    private final int seed;
    private Duration next = FIRST;

    /**
     * @param seed differs from instance to instance
     */
    LockWait(Platform platform, RunLog log, String seed) {
        this.platform = platform;
        this.log = log;
        this.seed = seed.hashCode();
    }

    /**
     * @param target whose lock is held
     */
    void pause(String target) {
        log.waitingForLock(target);
        // between half and the whole of the time
        long half = next.toNanos() / 2;
        sleep(Duration.ofNanos(half + Math.floorMod(seed * 31L + platform.ticker().nanos(), half)), target);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    void sleep(Duration duration, String target) {
        try {
            platform.ticker().sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlamingockException(Messages.interruptedWhileWaiting(target), e);
        }
        if (platform.end().requested()) {
            throw new FlamingockException(Messages.endedWhileWaiting(target));
        }
    }
}
