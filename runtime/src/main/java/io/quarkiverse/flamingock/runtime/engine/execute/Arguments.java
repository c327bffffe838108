package io.quarkiverse.flamingock.runtime.engine.execute;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * Looks, before anything is applied, whether everything that the methods of a change ask for will be there.
 *
 * @param invoker gathers the arguments
 * @param targets may supply them
 */
public record Arguments(ChangeInvoker invoker, TargetSystems targets) {

    /**
     * @param step a change that may be applied
     * @throws TargetSystemUnavailableException when something will be missing
     */
    public void check(Step step) {
        ChangeTarget target = targets.get(step.target());
        for (Argument argument : step.change().code().arguments()) {
            if (!invoker.canSupply(argument, target)) {
                throw new TargetSystemUnavailableException(notSupplied(argument, target.id()));
            }
        }
    }

    private static String notSupplied(Argument argument, String target) {
        return argument.place() + ": nothing supplies a "
                + argument.type().getName() + (argument.name() == null ? "" : " named '" + argument.name() + "'")
                + ". Add it to target system '" + target
                + "' with addDependency or setProperty, or produce it as a CDI bean. Nothing was applied.";
    }
}
