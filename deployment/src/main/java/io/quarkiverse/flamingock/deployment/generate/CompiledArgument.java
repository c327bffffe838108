package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;

import io.quarkiverse.flamingock.runtime.pipeline.Argument;

/**
 * An argument as it will be generated.
 *
 * @param source who supplies it
 * @param type its class, primitives as their wrappers; null where CDI supplies it
 * @param name the value of its {@code @Named}; null where it has none
 * @param parameter its name in the code
 */
public record CompiledArgument(Argument.Source source, ClassDesc type, String name, String parameter) {
}
