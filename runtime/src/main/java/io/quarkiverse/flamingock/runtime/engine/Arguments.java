package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * Looks, before anything is applied, whether everything that the methods of a change ask for will be there.
 *
 * @param invoker gathers the arguments
 * @param targets may supply them
 */
record Arguments(ChangeInvoker invoker, TargetSystems targets) {

    void check(Step step) {
        ChangeTarget target = targets.get(step.target());
        for (Argument argument : step.change().code().arguments()) {
            if (!invoker.canSupply(argument, target)) {
                throw new TargetSystemUnavailableException(Messages.notSupplied(argument, target.id()));
            }
        }
    }
}
