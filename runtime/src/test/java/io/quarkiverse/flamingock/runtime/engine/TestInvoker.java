package io.quarkiverse.flamingock.runtime.engine;

import java.util.function.BiPredicate;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Calls changes with what their target systems supply.
 */
final class TestInvoker implements ChangeInvoker {

    @Override
    public Object invoke(ChangeDescriptor change, ChangeMethod method, Supply supply, ChangeContext context,
            CallTrace trace) throws Exception {
        return change.code().call(method, new TestArguments(supply, context, trace));
    }

    @Override
    public boolean canSupply(Argument argument, BiPredicate<Class<?>, String> supplied) {
        return supplied.test(argument.type(), argument.name());
    }
}
