package io.quarkiverse.flamingock;

import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.Execution;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A target system without transactions: a broker, an object store, an API, a directory. Its changes use the dependencies
 * and properties that are added here, and the application's own beans.
 * <p>
 * Nothing can prove what became of a change when the process dies in the middle: give it a {@link Rollback}, make it
 * repeatable and say so with {@link Recovery}, or expect to be asked.
 */
public final class NonTransactionalTargetSystem implements io.quarkiverse.flamingock.spi.TargetSystem {

    private final String id;
    private final Dependencies dependencies = new Dependencies();

    private NonTransactionalTargetSystem(String id) {
        this.id = id;
    }

    /**
     * @param id the id that changes name it by
     * @return a target system without dependencies
     */
    public static NonTransactionalTargetSystem of(String id) {
        return new NonTransactionalTargetSystem(id);
    }

    /**
     * @param dependency injected into parameters of its class, of its superclasses and of its interfaces
     * @return this
     */
    public NonTransactionalTargetSystem addDependency(Object dependency) {
        dependencies.add(null, dependency);
        return this;
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param dependency injected if the parameter's type fits
     * @return this
     */
    public NonTransactionalTargetSystem addDependency(String name, Object dependency) {
        dependencies.add(name, dependency);
        return this;
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param value the value; a boxed value fits a primitive parameter
     * @return this
     */
    public NonTransactionalTargetSystem setProperty(String name, Object value) {
        dependencies.add(name, value);
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return dependencies.find(type, name) != null;
    }

    @Override
    public Outcome execute(Execution execution, Work work) {
        try {
            work.run(dependencies);
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            return Outcome.partlyApplied(e);
        }
    }
}
