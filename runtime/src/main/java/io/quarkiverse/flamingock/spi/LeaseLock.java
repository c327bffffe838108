package io.quarkiverse.flamingock.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * A lock per target system. All time is compared by the store with its own clock.
 */
public interface LeaseLock {

    /**
     * Acquires the lock if it is free or its lease is over; never waits.
     *
     * @param name the id of the target system
     * @param owner who asks; unique to the run
     * @param duration how long the lease lasts unless it is renewed
     * @return the lease, with a token greater than any before; empty while another owner holds it
     */
    Optional<Lease> tryAcquire(String name, String owner, Duration duration);

    /**
     * Gives a lock that is held a greater token: where the target system has seen one that the lock has lost.
     *
     * @param lease the lease
     * @param above the token that the target system has seen
     * @return the lease with a token greater than that; empty if it is no longer held
     */
    Optional<Lease> raise(Lease lease, long above);

    /**
     * Looks without taking anything; false also where the store was never prepared.
     *
     * @param name the id of the target system
     * @return whether somebody holds the lock
     */
    boolean isHeld(String name);

    /**
     * @param lease the lease to prolong
     * @param duration how long it lasts from now
     * @return whether it was still held; false means lost for good
     */
    boolean renew(Lease lease, Duration duration);

    /**
     * Frees the lock if the lease still holds it; harmless otherwise. The token is kept. Where the lease says that it was taken
     * over, so will the next one: nobody has waited yet for what the owner before had sent.
     *
     * @param lease the lease to end
     */
    void release(Lease lease);
}
