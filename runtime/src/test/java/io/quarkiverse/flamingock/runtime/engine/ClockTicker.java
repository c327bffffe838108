package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.runtime.engine.port.Ticker;

/**
 * The time of a {@link World}: whoever sleeps lets it go on, and leases are renewed meanwhile.
 *
 * @param world whose time it is
 */
record ClockTicker(World world) implements Ticker {

    @Override
    public long nanos() {
        return world.clock.instant().toEpochMilli() * 1_000_000L;
    }

    @Override
    public void sleep(Duration duration) {
        world.sleeps.add(duration);
        world.clock.advance(duration.plusMillis(1));
        world.renewals.forEach(Runnable::run);
        world.whileSleeping.run();
    }
}
