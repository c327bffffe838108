package io.quarkiverse.flamingock.runtime.injection;

import jakarta.enterprise.invoke.Invoker;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;

/**
 * Calls a change through the invoker that ArC generated for its method, so that no reflection is needed. What CDI creates
 * for the call is destroyed after it.
 *
 * @param invoker makes an instance of the change
 * @param lookups the bean that looks up arguments; null where CDI supplies none
 */
public record InvokerCode(Invoker<?, ?> invoker, Class<? extends CdiArguments> lookups) implements ChangeCode {

    @Override
    public Object invoke(Object[] arguments) throws Exception {
        if (lookups == null) {
            return invoker.invoke(null, arguments);
        }
        try (InstanceHandle<? extends CdiArguments> handle = Arc.container().instance(lookups)) {
            handle.get().lookUp(arguments);
            return invoker.invoke(null, arguments);
        }
    }
}
