package io.quarkiverse.flamingock.spi;

/**
 * Values that a target system offers to the parameters of a change.
 */
@FunctionalInterface
public interface Supply {

    /** Offers nothing. */
    Supply NONE = (type, name) -> null;

    /**
     * @param type the type of a parameter; primitives as their wrappers
     * @param name its name, from {@code @Named}; null where it has none
     * @return the value, or null where there is none
     */
    Object find(Class<?> type, String name);

    /**
     * @param type the type of a parameter; primitives as their wrappers
     * @param name its name, from {@code @Named}; null where it has none
     * @return whether the target system sees what is done through the value that {@link #find} gives, and says so in the
     *         {@link Outcome}
     */
    default boolean watches(Class<?> type, String name) {
        return false;
    }
}
