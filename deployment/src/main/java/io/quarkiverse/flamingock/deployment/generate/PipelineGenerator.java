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
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the pipeline as classes of constants, so that a start reads no file and reflects on nothing: one class with what
 * every start needs, and others with the changes, which are loaded when there is something to plan.
 */
public final class PipelineGenerator {

    /** The class that implements {@link PipelineSource}. */
    public static final String CLASS_NAME = "io.quarkiverse.flamingock.generated.GeneratedPipeline";

    private static final MethodDesc ADD = MethodDesc.of(List.class, "add", boolean.class, Object.class);
    private static final ConstructorDesc LIST = ConstructorDesc.of(ArrayList.class, int.class);
    private static final ConstructorDesc PIPELINE = ConstructorDesc.of(Pipeline.class, List.class, List.class,
            StoreDescriptor.class, String.class);
    private static final ConstructorDesc TARGET = ConstructorDesc.of(TargetDescriptor.class, String.class,
            String.class, String.class);
    private static final ConstructorDesc STORE = ConstructorDesc.of(StoreDescriptor.class, String.class,
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
        List<ClassDesc> parts = new ChangesGenerator(gizmo, CLASS_NAME).generate(pipeline.changes());
        gizmo.class_(CLASS_NAME, cc -> {
            cc.final_();
            cc.implements_(PipelineSource.class);
            cc.defaultConstructor();
            answer(cc, "fingerprint", ClassDesc.of(String.class.getName()), bc -> Const.of(pipeline.fingerprint()));
            answer(cc, "size", ClassDesc.ofDescriptor("I"), bc -> Const.of(pipeline.changes().size()));
            answer(cc, "auditStore", ClassDesc.of(StoreDescriptor.class.getName()), bc -> store(bc, pipeline.auditStore()));
            answer(cc, "load", ClassDesc.of(Pipeline.class.getName()), bc -> load(bc, pipeline, parts));
        });
    }

    private interface Answer {
        Expr of(BlockCreator bc);
    }

    private static void answer(ClassCreator cc, String method, ClassDesc type, Answer answer) {
        cc.method(method, mc -> {
            mc.public_();
            mc.returning(type);
            mc.body(bc -> bc.return_(answer.of(bc)));
        });
    }

    private static Expr load(BlockCreator bc, CompiledPipeline pipeline, List<ClassDesc> parts) {
        LocalVar changes = bc.localVar("changes", List.class, bc.new_(LIST, Const.of(pipeline.changes().size())));
        for (ClassDesc part : parts) {
            bc.invokeVirtual(ChangesGenerator.addTo(part), bc.new_(ConstructorDesc.of(part)), changes);
        }
        LocalVar targets = bc.localVar("targets", List.class, bc.new_(LIST, Const.of(pipeline.targets().size())));
        for (TargetDescriptor target : pipeline.targets()) {
            bc.invokeInterface(ADD, targets, bc.new_(TARGET, Const.of(target.id()),
                    Const.of(target.kind()), ChangeExpressions.text(target.resource())));
        }
        return bc.new_(PIPELINE, changes, targets, store(bc, pipeline.auditStore()), Const.of(pipeline.fingerprint()));
    }

    private static Expr store(BlockCreator bc, StoreDescriptor store) {
        return store == null ? Const.ofNull(ClassDesc.ofDescriptor(StoreDescriptor.class.descriptorString()))
                : bc.new_(STORE, Const.of(store.kind()), Const.of(store.resource()));
    }
}
