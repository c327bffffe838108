package io.quarkiverse.flamingock.spi;

/**
 * A target system that an application can add dependencies and properties to, for the parameters of its changes.
 *
 * @param <T> the class itself, so that calls can be chained
 */
public abstract class ExtensibleTargetSystem<T extends ExtensibleTargetSystem<T>> implements ChangeTarget {

    private final String id;
    private final Dependencies dependencies;

    /**
     * @param id the id that changes name it by
     * @param dependencies what is added to it already
     */
    protected ExtensibleTargetSystem(String id, Dependencies dependencies) {
        this.id = id;
        this.dependencies = dependencies;
    }

    /**
     * @return this
     */
    protected abstract T self();

    /**
     * @return what was added
     */
    protected final Dependencies dependencies() {
        return dependencies;
    }

    /**
     * @param dependency injected into parameters of its class, of its superclasses and of its interfaces
     * @return this
     */
    public final T addDependency(Object dependency) {
        dependencies.add(null, dependency);
        return self();
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param dependency injected if the parameter's type fits
     * @return this
     */
    public final T addDependency(String name, Object dependency) {
        dependencies.add(name, dependency);
        return self();
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param value the value; a boxed value fits a primitive parameter
     * @return this
     */
    public final T setProperty(String name, Object value) {
        dependencies.add(name, value);
        return self();
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return dependencies.find(type, name) != null;
    }
}
