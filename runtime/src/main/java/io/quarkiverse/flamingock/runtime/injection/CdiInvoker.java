package io.quarkiverse.flamingock.runtime.injection;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/**
 * Calls changes with an active request context, and gives them what the target system supplies; the rest is looked up by
 * the generated invoker.
 */
@Singleton
public class CdiInvoker implements ChangeInvoker {

    private final CurrentExecution current;

    CdiInvoker(CurrentExecution current) {
        this.current = current;
    }

    @Override
    public Object invoke(Invocation invocation, Supply supply, ChangeContext context) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        boolean activated = !request.isActive();
        if (activated) {
            request.activate();
        }
        current.enter(supply, context);
        try {
            return invocation.code().invoke(arguments(invocation.arguments()));
        } finally {
            current.leave();
            if (activated) {
                request.terminate();
            }
        }
    }

    @Override
    public boolean canSupply(Argument argument, ChangeTarget target) {
        return switch (argument.source()) {
            case CONTEXT, CDI -> true;
            case TARGET -> target.supplies(argument.type(), argument.name());
            case TARGET_OR_CDI -> target.supplies(argument.type(), argument.name())
                    || CdiLookup.canFind(argument.type(), argument.name());
        };
    }

    private Object[] arguments(List<Argument> arguments) {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            values[i] = switch (argument.source()) {
                case CDI -> null;
                case CONTEXT -> current.supply(ChangeContext.class, null, false);
                case TARGET -> current.supply(argument.type(), argument.name(), false);
                case TARGET_OR_CDI -> current.supply(argument.type(), argument.name(), true);
            };
        }
        return values;
    }
}
