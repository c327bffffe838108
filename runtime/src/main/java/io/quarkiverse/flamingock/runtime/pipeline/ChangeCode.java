package io.quarkiverse.flamingock.runtime.pipeline;

import java.util.List;

/**
 * Calls the methods of one change, each on a new instance. Implemented by generated classes, which are loaded when a change of
 * theirs is about to run.
 */
public interface ChangeCode {

    /**
     * @return what its constructor, fields and methods ask the target system for; looked at before anything is applied
     */
    List<Argument> arguments();

    /**
     * @return what it may do outside of its transaction, as far as the build could see: one line each; nothing for code without
     *         a
     *         transaction
     */
    default List<String> outsideEffects() {
        return List.of();
    }

    /**
     * @param method a method that the change has
     * @param arguments gives it what it asks for
     * @return what the method returns; null where it returns nothing
     * @throws Exception whatever the method, or making the instance, throws
     */
    Object call(ChangeMethod method, ArgumentSource arguments) throws Exception;
}
