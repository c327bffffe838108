package io.quarkiverse.flamingock.spi;

/**
 * The right to change a target system for a while.
 *
 * @param name the id of the target system
 * @param owner who holds it
 * @param token grows at each acquisition and is never reset
 * @param takenOver whether the owner before did not release it: what it sent last may still be on its way
 */
public record Lease(String name, String owner, long token, boolean takenOver) {

    /**
     * @return the same lease, after what the owner before had sent was waited for
     */
    public Lease settled() {
        return new Lease(name, owner, token, false);
    }
}
