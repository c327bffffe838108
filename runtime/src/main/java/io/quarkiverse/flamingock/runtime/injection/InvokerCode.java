package io.quarkiverse.flamingock.runtime.injection;

import jakarta.enterprise.invoke.Invoker;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;

/**
 * Calls a change through the invoker that ArC generated for its method, so that no reflection is needed.
 *
 * @param invoker looks up the instance and the arguments that CDI supplies
 */
public record InvokerCode(Invoker<?, ?> invoker) implements ChangeCode {

    @Override
    public void invoke(Object[] arguments) throws Exception {
        invoker.invoke(null, arguments);
    }
}
