package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Calls a method of a change on a new instance.
 */
@FunctionalInterface
public interface ChangeCode {

    /**
     * @param arguments one value per parameter; those that CDI looks up are ignored
     * @throws Exception whatever the method throws
     */
    void invoke(Object[] arguments) throws Exception;
}
