package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.This;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the classes that make instances of changes and call their methods. Each stands in the package of its changes, whose
 * members need not be public therefore.
 */
public final class ChangeCodeGenerator {

    private static final ConstructorDesc ARGUMENT = ConstructorDesc.of(Argument.class, String.class, Class.class, String.class,
            Class.class, int.class);
    private static final MethodTypeDesc ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_List);
    private static final MethodTypeDesc CALL = MethodTypeDesc.of(ConstantDescs.CD_Object,
            ClassDesc.of(ChangeMethod.class.getName()), ClassDesc.of(ArgumentSource.class.getName()));

    private static final MethodDesc BEGIN = MethodDesc.of(ArgumentSource.class, "begin", void.class);

    private final Gizmo gizmo;

    /**
     * @param output receives the generated classes
     */
    public ChangeCodeGenerator(ClassOutput output) {
        this.gizmo = Gizmo.create(output).withDebugInfo(false);
    }

    /**
     * @param groups all changes; those of the application, or those of libraries, are left to another generator
     * @param application which of them to generate
     */
    public void generate(CodeGroups groups, boolean application) {
        for (CodeGroup group : groups.all()) {
            if (group.application() == application) {
                gizmo.class_(group.type(), cc -> generate(cc, group.codes()));
            }
        }
    }

    private static void generate(ClassCreator cc, List<CompiledCode> codes) {
        cc.public_();
        cc.final_();
        cc.implements_(ChangeCode.class);
        FieldDesc position = cc.field("position", fc -> {
            fc.private_();
            fc.final_();
            fc.setType(int.class);
        });
        cc.constructor(con -> {
            con.public_();
            ParamVar given = con.parameter("position", int.class);
            con.body(bc -> {
                bc.invokeSpecial(ConstructorDesc.of(Object.class), cc.this_());
                bc.set(cc.this_().field(position), given);
                bc.return_();
            });
        });
        This self = cc.this_();
        cc.method("arguments", mc -> {
            mc.public_();
            mc.returning(List.class);
            mc.body(bc -> choose(bc, self.field(position), codes, (block, number) -> block
                    .return_(block.invokeStatic(ClassMethodDesc.of(cc.type(), "arguments" + number, ARGUMENTS)))));
        });
        cc.method("call", mc -> {
            mc.public_();
            mc.returning(Object.class);
            ParamVar method = mc.parameter("method", ChangeMethod.class);
            ParamVar source = mc.parameter("arguments", ArgumentSource.class);
            mc.throws_(Exception.class);
            mc.body(bc -> choose(bc, self.field(position), codes, (block, number) -> block
                    .return_(block.invokeStatic(ClassMethodDesc.of(cc.type(), "call" + number, CALL), method, source))));
        });
        if (codes.stream().anyMatch(code -> !code.outsideEffects().isEmpty())) {
            cc.method("outsideEffects", mc -> {
                mc.public_();
                mc.returning(List.class);
                mc.body(bc -> choose(bc, self.field(position), codes, (block, number) -> block
                        .return_(block.listOf(codes.get(number).outsideEffects(), Const::of))));
            });
        }
        for (int i = 0; i < codes.size(); i++) {
            arguments(cc, codes.get(i), i);
            call(cc, codes.get(i), i);
        }
    }

    private interface Branch {
        void write(BlockCreator block, int number);
    }

    private static void choose(BlockCreator bc, Expr position, List<CompiledCode> codes, Branch branch) {
        bc.switch_(position, cases -> {
            for (int i = 0; i < codes.size(); i++) {
                int number = i;
                cases.caseOf(i, block -> branch.write(block, number));
            }
        });
        bc.throw_(IllegalArgumentException.class);
    }

    private static void arguments(ClassCreator cc, CompiledCode code, int number) {
        List<CompiledArgument> arguments = code.arguments().stream()
                .filter(argument -> argument.source() == Source.TARGET || argument.source() == Source.TARGET_OR_CDI).toList();
        cc.staticMethod("arguments" + number, mc -> {
            mc.private_();
            mc.returning(List.class);
            mc.body(bc -> bc.return_(bc.listOf(arguments, argument -> bc.new_(ARGUMENT, Const.of(argument.place()),
                    Const.of(argument.boxed()), ChangeExpressions.text(argument.name()),
                    argument.lookup() == null ? Const.ofNull(Class.class) : Const.of(argument.lookup().bean()),
                    Const.of(argument.lookup() == null ? 0 : argument.lookup().index())))));
        });
    }

    private static void call(ClassCreator cc, CompiledCode code, int number) {
        cc.staticMethod("call" + number, mc -> {
            mc.private_();
            mc.returning(Object.class);
            ParamVar method = mc.parameter("method", ChangeMethod.class);
            ParamVar source = mc.parameter("arguments", ArgumentSource.class);
            mc.throws_(Exception.class);
            mc.body(bc -> {
                ArgumentExpressions arguments = new ArgumentExpressions(source, code.change());
                LocalVar change = bc.localVar("change", code.change(), instance(bc, code, arguments));
                for (CompiledField field : code.fields()) {
                    bc.set(change.field(field.field()), arguments.value(bc, field.argument()));
                }
                for (CompiledMethod initializer : code.initializers()) {
                    bc.invokeVirtual(method(code, initializer), change, values(bc, initializer, arguments));
                }
                branch(bc, method, ChangeMethod.ROLLBACK, code.rollback(), code, change, arguments);
                branch(bc, method, ChangeMethod.PROBE, code.probe(), code, change, arguments);
                branch(bc, method, ChangeMethod.APPLY, code.apply(), code, change, arguments);
                bc.throw_(IllegalArgumentException.class);
            });
        });
    }

    private static Expr instance(BlockCreator bc, CompiledCode code, ArgumentExpressions arguments) {
        if (code.singleton() != null) {
            return Expr.staticField(FieldDesc.of(code.change(), code.singleton(), code.change()));
        }
        List<CompiledArgument> given = code.constructor().arguments();
        return bc.new_(ConstructorDesc.of(code.change(), given.stream().map(CompiledArgument::type).toList()),
                given.stream().map(argument -> arguments.value(bc, argument)).toList());
    }

    private static void branch(BlockCreator bc, ParamVar asked, ChangeMethod method, CompiledMethod compiled,
            CompiledCode code, LocalVar change, ArgumentExpressions arguments) {
        if (compiled != null) {
            bc.if_(bc.eq(asked, ChangeExpressions.constant(method)), block -> {
                Expr result = invoke(block, code, change, compiled, arguments);
                if (compiled.returnType().equals(ConstantDescs.CD_void)) {
                    block.returnNull();
                } else {
                    block.return_(compiled.returnType().isPrimitive() ? block.box(result) : result);
                }
            });
        }
    }

    private static Expr invoke(BlockCreator bc, CompiledCode code, LocalVar change, CompiledMethod method,
            ArgumentExpressions arguments) {
        List<LocalVar> values = new ArrayList<>();
        for (CompiledArgument argument : method.arguments()) {
            values.add(bc.localVar("argument" + values.size(), argument.type(), arguments.value(bc, argument)));
        }
        bc.invokeInterface(BEGIN, arguments.source());
        return bc.invokeVirtual(method(code, method), change, values);
    }

    private static List<Expr> values(BlockCreator bc, CompiledMethod method, ArgumentExpressions arguments) {
        return method.arguments().stream().map(argument -> arguments.value(bc, argument)).toList();
    }

    private static ClassMethodDesc method(CompiledCode code, CompiledMethod method) {
        ClassDesc[] types = method.arguments().stream().map(CompiledArgument::type).toArray(ClassDesc[]::new);
        return ClassMethodDesc.of(code.change(), method.name(), MethodTypeDesc.of(method.returnType(), types));
    }
}
