package io.quarkiverse.flamingock.spi;

/**
 * The right to change a target system for a while.
 *
 * @param name the id of the target system
 * @param owner who holds it
 * @param token grows by one at each acquisition and is never reset
 */
public record Lease(String name, String owner, long token) {
}
