package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;

import io.quarkiverse.flamingock.deployment.targets.ConfigParameter;
import io.quarkiverse.flamingock.deployment.targets.Source;

/**
 * An argument as it will be generated.
 *
 * @param source who supplies it
 * @param type the class of the parameter or field
 * @param boxed the same, primitives as their wrappers
 * @param name the value of its {@code @Named}; null where it has none
 * @param place where it stands, to begin a message with
 * @param lookup the look-up in CDI; null where CDI is not asked
 * @param config the value of configuration; null where it is none
 */
public record CompiledArgument(Source source, ClassDesc type, ClassDesc boxed, String name, String place, Lookup lookup,
        ConfigParameter config) {
}
