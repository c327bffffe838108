package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * Looks, before anything is applied, whether everything that the methods of a change ask for will be there.
 *
 * @param invoker gathers the arguments
 * @param targets may supply them
 */
record Arguments(ChangeInvoker invoker, TargetSystems targets) {

    void check(Step step) {
        ChangeDescriptor change = step.change();
        ChangeTarget target = targets.get(step.target());
        check(change.source() + " constructor", change.constructor(), target);
        check(change.apply(), target);
        check(change.rollback(), target);
        check(change.probe(), target);
    }

    private void check(Invocation invocation, ChangeTarget target) {
        if (invocation != null) {
            check(invocation.method(), invocation.arguments(), target);
        }
    }

    private void check(String method, List<Argument> arguments, ChangeTarget target) {
        for (Argument argument : arguments) {
            if (!invoker.canSupply(argument, target)) {
                throw new TargetSystemUnavailableException(Messages.notSupplied(method, argument, target.id()));
            }
        }
    }
}
