package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * A method of a change as it will be generated.
 *
 * @param method its name for messages
 * @param invoker the class that ArC generates to call it, with a public constructor without parameters
 * @param lookups the generated bean that looks up arguments; null where CDI supplies none
 * @param arguments one entry per parameter
 */
public record CompiledMethod(String method, ClassDesc invoker, ClassDesc lookups, List<CompiledArgument> arguments) {

    public CompiledMethod {
        arguments = List.copyOf(arguments);
    }
}
