package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Looks up what CDI supplies to changes. The build generates implementations: beans with an injection point for everything
 * that is different in type, qualifiers or name, shared by all changes that ask for the same.
 */
public interface Lookups {

    /**
     * @param lookup which one
     * @return whether CDI has exactly one answer
     */
    boolean isResolvable(int lookup);

    /**
     * @param lookup which one
     * @return what CDI supplies; the caller destroys this bean, and with it what was made for the look-up
     */
    Object get(int lookup);
}
