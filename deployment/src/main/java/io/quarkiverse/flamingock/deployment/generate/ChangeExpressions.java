package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.List;

import jakarta.enterprise.invoke.Invoker;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.injection.InvokerCode;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;

/**
 * The expressions that make one change of the generated pipeline.
 */
final class ChangeExpressions {

    private static final ConstructorDesc CHANGE = ConstructorDesc.of(ChangeDescriptor.class, String.class, String.class,
            String.class, String.class, String.class, String.class, boolean.class, RecoveryStrategy.class, String.class,
            List.class, Invocation.class, Invocation.class, Invocation.class);
    private static final ConstructorDesc INVOCATION = ConstructorDesc.of(Invocation.class, String.class, ChangeCode.class,
            List.class);
    private static final ConstructorDesc CODE = ConstructorDesc.of(InvokerCode.class, Invoker.class, Class.class);
    private static final ConstructorDesc ARGUMENT = ConstructorDesc.of(Argument.class, Argument.Source.class, Class.class,
            String.class, String.class);

    private ChangeExpressions() {
    }

    static Expr change(BlockCreator bc, CompiledChange change) {
        return bc.new_(CHANGE, Const.of(change.id()), Const.of(change.order()), Const.of(change.author()),
                Const.of(change.description()), Const.of(change.source()), Const.of(change.targetSystem()),
                Const.of(change.transactional()), constant(change.recovery()), Const.of(change.checksum()),
                bc.listOf(change.constructor(), argument -> argument(bc, argument)), invocation(bc, change.apply()),
                invocation(bc, change.rollback()), invocation(bc, change.probe()));
    }

    private static Expr invocation(BlockCreator bc, CompiledMethod method) {
        if (method == null) {
            return Const.ofNull(Invocation.class);
        }
        Expr code = bc.new_(CODE, bc.new_(ConstructorDesc.of(method.invoker())), type(method.lookups()));
        return bc.new_(INVOCATION, Const.of(method.method()), code,
                bc.listOf(method.arguments(), argument -> argument(bc, argument)));
    }

    private static Expr argument(BlockCreator bc, CompiledArgument argument) {
        return bc.new_(ARGUMENT, constant(argument.source()), type(argument.type()), text(argument.name()),
                Const.of(argument.parameter()));
    }

    private static Expr type(ClassDesc type) {
        return type == null ? Const.ofNull(Class.class) : Const.of(type);
    }

    static Expr text(String value) {
        return value == null ? Const.ofNull(String.class) : Const.of(value);
    }

    static Expr constant(Enum<?> value) {
        return Expr.staticField(FieldDesc.of(value.getDeclaringClass(), value.name()));
    }
}
