package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Gives the code of a change what it asks for, while it runs.
 */
public interface ArgumentSource {

    /**
     * Called once the instance and all arguments are there, just before the method of the change: what fails earlier has left
     * nothing in the target system.
     */
    void begin();

    /**
     * @return the context of the execution, a {@code ChangeContext}
     */
    Object context();

    /**
     * @param type the type of a parameter, primitives as their wrappers
     * @param name the value of its {@code @Named}; null where it has none
     * @return what the target system supplies
     * @throws IllegalStateException when it supplies nothing of the kind
     */
    Object supplied(Class<?> type, String name);

    /**
     * @param type the type of a parameter, primitives as their wrappers
     * @param name the value of its {@code @Named}; null where it has none
     * @param lookups the generated bean that looks it up
     * @param lookup which look-up of that bean
     * @return what the target system supplies or, where it has no such value, CDI
     * @throws IllegalStateException when neither does
     */
    Object suppliedOrInjected(Class<?> type, String name, Class<? extends Lookups> lookups, int lookup);

    /**
     * @param lookups the generated bean that looks it up
     * @param lookup which look-up of that bean
     * @return what CDI supplies
     */
    Object injected(Class<? extends Lookups> lookups, int lookup);
}
