package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Calls a method of a change on a new instance.
 */
@FunctionalInterface
public interface ChangeCode {

    /**
     * @param arguments one value per parameter; those that CDI looks up are ignored
     * @return what the method returns; null where it returns nothing
     * @throws Exception whatever the method throws
     */
    Object invoke(Object[] arguments) throws Exception;
}
