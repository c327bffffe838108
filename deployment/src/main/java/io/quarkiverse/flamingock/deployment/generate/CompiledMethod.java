package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * A method or constructor of a change as it will be generated.
 *
 * @param name its name in the class file
 * @param returnType what it returns
 * @param arguments one entry per parameter
 */
public record CompiledMethod(String name, ClassDesc returnType, List<CompiledArgument> arguments) {

    public CompiledMethod {
        arguments = List.copyOf(arguments);
    }
}
