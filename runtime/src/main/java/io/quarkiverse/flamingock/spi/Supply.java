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

    /**
     * Called when code that changes several systems has returned, before the transaction of the first one commits: what was
     * left
     * open here would be lost, or take effect later.
     *
     * @throws Exception when something was left open, saying what to do; the change fails then
     */
    default void complete() throws Exception {
        // nothing can be left open
    }

    /**
     * Asked when the transaction of the first of several systems was undone.
     *
     * @return whether something was refused that may have been there before, where no transaction protects that from the
     *         rollback
     *         method: it could destroy what the change has not made
     */
    default boolean unsafeToTakeBack() {
        return false;
    }
}
