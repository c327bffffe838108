package io.quarkiverse.flamingock.runtime.engine.execute;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;

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
        Systems systems = Systems.of(step.change(), targets);
        for (Argument argument : step.change().code().arguments()) {
            if (!invoker.canSupply(argument, systems::supplies)) {
                throw new TargetSystemUnavailableException(notSupplied(argument, step.target()));
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
