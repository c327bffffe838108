package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * Makes ids that no other process makes.
 */
@FunctionalInterface
public interface Ids {

    /**
     * @return a new id, at most 64 characters
     */
    String next();
}
