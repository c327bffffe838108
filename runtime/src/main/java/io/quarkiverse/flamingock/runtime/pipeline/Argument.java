package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * A parameter of a change that its target system supplies, or may supply; what CDI alone supplies was checked at build.
 *
 * @param place where it stands, to begin a message with: {@code Parameter 'rate' of com.acme._01_AddStatus#apply}
 * @param type its type, primitives as their wrappers
 * @param name the value of its {@code @Named}; null where it has none
 * @param lookups the generated bean that asks CDI where the target system has no such value; null where CDI is not asked
 * @param lookup which look-up of that bean
 */
public record Argument(String place, Class<?> type, String name, Class<? extends Lookups> lookups, int lookup) {

    /**
     * A parameter that only the target system supplies.
     *
     * @param place where it stands
     * @param type its type, primitives as their wrappers
     * @param name the value of its {@code @Named}; null where it has none
     */
    public Argument(String place, Class<?> type, String name) {
        this(place, type, name, null, 0);
    }
}
