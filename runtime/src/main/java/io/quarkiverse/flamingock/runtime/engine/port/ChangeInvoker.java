package io.quarkiverse.flamingock.runtime.engine.port;

import java.util.function.BiPredicate;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Gathers the arguments of a change's method and calls it.
 */
public interface ChangeInvoker {

    /**
     * @param change a change
     * @param method which of its methods
     * @param supply what the target system offers
     * @param context the running execution
     * @param trace is told when the method begins
     * @return what the method returns; null where it returns nothing
     * @throws Exception whatever the method throws
     */
    Object invoke(ChangeDescriptor change, ChangeMethod method, Supply supply, ChangeContext context, CallTrace trace)
            throws Exception;

    /**
     * Says, before anything is applied, whether an argument will be there.
     *
     * @param argument a parameter of a change
     * @param supplied whether a target system of the change supplies a type, and a name that may be null
     * @return whether {@link #invoke} will find it
     */
    boolean canSupply(Argument argument, BiPredicate<Class<?>, String> supplied);
}
