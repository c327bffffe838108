package io.quarkiverse.flamingock.runtime.injection;

import java.util.function.BiPredicate;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.Lookups;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.arc.ManagedContext;

/**
 * Calls changes with an active request context, and gives them what the target system and CDI supply.
 */
@Singleton
public class CdiInvoker implements ChangeInvoker {

    @Override
    public Object invoke(ChangeDescriptor change, ChangeMethod method, Supply supply, ChangeContext context,
            CallTrace trace) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        boolean activated = !request.isActive();
        if (activated) {
            request.activate();
        }
        try (CallArguments arguments = new CallArguments(supply, context, trace)) {
            // A request that ends would roll back, or commit, what was left open in it.
            return trace.call(() -> change.code().call(method, arguments));
        } finally {
            if (activated) {
                request.terminate();
            }
        }
    }

    @Override
    public boolean canSupply(Argument argument, BiPredicate<Class<?>, String> supplied) {
        if (supplied.test(argument.type(), argument.name())) {
            return true;
        }
        if (argument.lookups() == null) {
            return false;
        }
        try (InstanceHandle<? extends Lookups> handle = Arc.container().instance(argument.lookups())) {
            return handle.get().isResolvable(argument.lookup());
        }
    }
}
