package io.quarkiverse.flamingock.runtime.injection;

/**
 * Looks up the arguments of one method of a change. The build generates an implementation per method: a bean with a real
 * injection point for each parameter, because values of configuration, loggers and the like depend on where they are
 * injected.
 */
public interface CdiArguments {

    /**
     * @param arguments one entry per parameter; those that are null and that CDI may supply are set
     */
    void lookUp(Object[] arguments);
}
