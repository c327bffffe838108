package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.deployment.targets.ConfigParameter;
import io.quarkiverse.flamingock.runtime.injection.ConfigValues;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * The expressions that ask for the arguments of a change.
 *
 * @param source the variable that holds the {@link ArgumentSource}
 * @param change the class of the change
 */
record ArgumentExpressions(ParamVar source, ClassDesc change) {

    private static final MethodDesc CONTEXT = MethodDesc.of(ArgumentSource.class, "context", Object.class);
    private static final MethodDesc SUPPLIED = MethodDesc.of(ArgumentSource.class, "supplied", Object.class, Class.class,
            String.class);
    private static final MethodDesc SUPPLIED_OR_INJECTED = MethodDesc.of(ArgumentSource.class, "suppliedOrInjected",
            Object.class, Class.class, String.class, Class.class, int.class);
    private static final MethodDesc INJECTED = MethodDesc.of(ArgumentSource.class, "injected", Object.class, Class.class,
            int.class);
    private static final MethodDesc REQUIRED_VALUE = MethodDesc.of(ConfigValues.class, "required", Object.class, String.class,
            String.class, Class.class);
    private static final MethodDesc OPTIONAL_VALUE = MethodDesc.of(ConfigValues.class, "optional", Optional.class,
            String.class, Class.class);
    private static final MethodDesc LOGGER = MethodDesc.of(Logger.class, "getLogger", Logger.class, String.class);

    Expr value(BlockCreator bc, CompiledArgument argument) {
        Expr value = bc.localVar("value", Object.class, object(bc, argument));
        Expr boxed = bc.cast(value, argument.boxed());
        return argument.type().isPrimitive() ? bc.unbox(boxed) : boxed;
    }

    private Expr object(BlockCreator bc, CompiledArgument argument) {
        return switch (argument.source()) {
            case CONTEXT -> bc.invokeInterface(CONTEXT, source);
            case TARGET -> bc.invokeInterface(SUPPLIED, source, Const.of(argument.boxed()),
                    ChangeExpressions.text(argument.name()));
            case TARGET_OR_CDI -> bc.invokeInterface(SUPPLIED_OR_INJECTED, source, Const.of(argument.boxed()),
                    ChangeExpressions.text(argument.name()), Const.of(argument.lookup().bean()),
                    Const.of(argument.lookup().index()));
            case CDI -> bc.invokeInterface(INJECTED, source, Const.of(argument.lookup().bean()),
                    Const.of(argument.lookup().index()));
            case CONFIGURATION -> read(bc, argument.config());
            case LOGGER -> bc.invokeStatic(LOGGER, Const.of(name(change)));
        };
    }

    private static Expr read(BlockCreator bc, ConfigParameter config) {
        return config.optional() ? bc.invokeStatic(OPTIONAL_VALUE, Const.of(config.name()), Const.of(config.type()))
                : bc.invokeStatic(REQUIRED_VALUE, Const.of(config.name()), ChangeExpressions.text(config.defaultValue()),
                        Const.of(config.type()));
    }

    private static String name(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }
}
