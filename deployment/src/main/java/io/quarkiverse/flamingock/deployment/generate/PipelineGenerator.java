package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the pipeline as a class of constants, so that a start reads no file and reflects on nothing.
 * <p>
 * A method may have 64 kilobytes and a class 65,535 constants: the changes are added by several methods, and beyond some
 * hundred by further classes.
 */
public final class PipelineGenerator {

    /** The class that implements {@link PipelineSource}. */
    public static final String CLASS_NAME = "io.quarkiverse.flamingock.generated.GeneratedPipeline";

    private static final int CHANGES_PER_METHOD = 50;
    private static final int CHANGES_PER_CLASS = 500;

    private static final MethodDesc ADD = MethodDesc.of(List.class, "add", boolean.class, Object.class);
    private static final ConstructorDesc LIST = ConstructorDesc.of(ArrayList.class, int.class);
    private static final ConstructorDesc PIPELINE = ConstructorDesc.of(Pipeline.class, List.class, List.class,
            StoreDescriptor.class, String.class);
    private static final ConstructorDesc TARGET = ConstructorDesc.of(TargetDescriptor.class, String.class,
            TargetDescriptor.Kind.class, String.class);
    private static final ConstructorDesc STORE = ConstructorDesc.of(StoreDescriptor.class, StoreDescriptor.Kind.class,
            String.class);

    private final Gizmo gizmo;

    /**
     * @param output receives the generated classes
     */
    public PipelineGenerator(ClassOutput output) {
        this.gizmo = Gizmo.create(output).withDebugInfo(false);
    }

    /**
     * @param pipeline what to generate
     */
    public void generate(CompiledPipeline pipeline) {
        List<MethodDesc> parts = new ArrayList<>();
        List<CompiledChange> changes = pipeline.changes();
        for (int from = CHANGES_PER_CLASS; from < changes.size(); from += CHANGES_PER_CLASS) {
            List<CompiledChange> part = changes.subList(from, Math.min(changes.size(), from + CHANGES_PER_CLASS));
            String name = CLASS_NAME + "_" + from / CHANGES_PER_CLASS;
            gizmo.class_(name, cc -> parts.addAll(addMethods(cc, part)));
        }
        gizmo.class_(CLASS_NAME, cc -> {
            cc.final_();
            cc.implements_(PipelineSource.class);
            cc.defaultConstructor();
            List<MethodDesc> all = new ArrayList<>(
                    addMethods(cc, changes.subList(0, Math.min(changes.size(), CHANGES_PER_CLASS))));
            all.addAll(parts);
            MethodDesc addTargets = addTargets(cc, pipeline.targets());
            cc.method("pipeline", mc -> {
                mc.public_();
                mc.returning(Pipeline.class);
                mc.body(bc -> {
                    LocalVar list = bc.localVar("changes", List.class, bc.new_(LIST, Const.of(changes.size())));
                    all.forEach(add -> bc.invokeStatic(add, list));
                    LocalVar targets = bc.localVar("targets", List.class,
                            bc.new_(LIST, Const.of(pipeline.targets().size())));
                    bc.invokeStatic(addTargets, targets);
                    bc.return_(bc.new_(PIPELINE, list, targets, store(bc, pipeline.auditStore()),
                            Const.of(pipeline.fingerprint())));
                });
            });
        });
    }

    private static List<MethodDesc> addMethods(ClassCreator cc, List<CompiledChange> changes) {
        List<MethodDesc> methods = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += CHANGES_PER_METHOD) {
            List<CompiledChange> part = changes.subList(from, Math.min(changes.size(), from + CHANGES_PER_METHOD));
            methods.add(adder(cc, "changes" + methods.size(), (bc, list) -> {
                for (CompiledChange change : part) {
                    bc.invokeInterface(ADD, list, ChangeExpressions.change(bc, change));
                }
            }));
        }
        return methods;
    }

    private static MethodDesc addTargets(ClassCreator cc, List<TargetDescriptor> targets) {
        return adder(cc, "targets", (bc, list) -> {
            for (TargetDescriptor target : targets) {
                bc.invokeInterface(ADD, list, bc.new_(TARGET, Const.of(target.id()),
                        ChangeExpressions.constant(target.kind()), ChangeExpressions.text(target.resource())));
            }
        });
    }

    private interface Adder {
        void add(BlockCreator bc, ParamVar list);
    }

    private static MethodDesc adder(ClassCreator cc, String name, Adder adder) {
        cc.staticMethod(name, mc -> {
            mc.packagePrivate();
            mc.returning(void.class);
            ParamVar list = mc.parameter("list", List.class);
            mc.body(bc -> {
                adder.add(bc, list);
                bc.return_();
            });
        });
        return ClassMethodDesc.of(cc.type(), name, void.class, List.class);
    }

    private static Expr store(BlockCreator bc, StoreDescriptor store) {
        return store == null ? Const.ofNull(ClassDesc.ofDescriptor(StoreDescriptor.class.descriptorString()))
                : bc.new_(STORE, ChangeExpressions.constant(store.kind()), Const.of(store.resource()));
    }
}
