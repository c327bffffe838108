package io.quarkiverse.flamingock.deployment.generate;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.runtime.pipeline.Lookups;
import io.quarkus.arc.Unremovable;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.GenericType;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.This;
import io.quarkus.gizmo2.TypeArgument;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.FieldDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the beans that look up what CDI supplies to changes. It does so before CDI knows its beans, so an injection point is
 * written for everything that CDI might supply: an {@code Instance} promises nothing, and whether there is a value is checked
 * later.
 */
public final class LookupsGenerator {

    private static final MethodDesc GET = MethodDesc.of(Instance.class, "get", Object.class);
    private static final MethodDesc IS_RESOLVABLE = MethodDesc.of(Instance.class, "isResolvable", boolean.class);

    /** A field that is injected: with an {@code Instance}, or with what only makes sense itself. */
    private record Point(FieldDesc field, boolean direct) {
    }

    private final Gizmo gizmo;
    private final IndexView index;

    /**
     * @param output receives the generated classes
     * @param index the classes of the application
     */
    public LookupsGenerator(ClassOutput output, IndexView index) {
        this.gizmo = Gizmo.create(output).withDebugInfo(false);
        this.index = index;
    }

    /**
     * @param catalog what changes ask CDI for
     */
    public void generate(LookupCatalog catalog) {
        catalog.beans().forEach((bean, demands) -> gizmo.class_(bean, cc -> generate(cc, demands)));
    }

    private void generate(ClassCreator cc, List<ScannedParameter> demands) {
        cc.public_();
        cc.implements_(Lookups.class);
        cc.addAnnotation(Dependent.class);
        cc.addAnnotation(Unremovable.class);
        cc.defaultConstructor();
        List<Point> points = new ArrayList<>();
        for (ScannedParameter demand : demands) {
            points.add(point(cc, demand, "lookup" + points.size()));
        }
        This self = cc.this_();
        cc.method("isResolvable", mc -> {
            mc.public_();
            mc.returning(boolean.class);
            ParamVar lookup = mc.parameter("lookup", int.class);
            mc.body(bc -> choose(bc, lookup, points, (block, point) -> block.return_(point.direct() ? Const.of(true)
                    : block.invokeInterface(IS_RESOLVABLE, self.field(point.field())))));
        });
        cc.method("get", mc -> {
            mc.public_();
            mc.returning(Object.class);
            ParamVar lookup = mc.parameter("lookup", int.class);
            mc.body(bc -> choose(bc, lookup, points, (block, point) -> {
                Expr field = self.field(point.field());
                block.return_(point.direct() ? field : block.invokeInterface(GET, field));
            }));
        });
    }

    private interface Branch {
        void write(BlockCreator block, Point point);
    }

    private static void choose(BlockCreator bc, ParamVar lookup, List<Point> points, Branch branch) {
        bc.switch_(lookup, cases -> {
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(i);
                cases.caseOf(i, block -> branch.write(block, point));
            }
        });
        bc.throw_(IllegalArgumentException.class);
    }

    private Point point(ClassCreator cc, ScannedParameter demand, String name) {
        boolean direct = ParameterSources.isCdiOnly(demand);
        FieldDesc field = cc.field(name + "_" + demand.name(), fc -> {
            fc.packagePrivate();
            fc.setType(direct ? Jandex2Gizmo.genericTypeOf(demand.type()) : instanceOf(demand));
            fc.addAnnotation(Inject.class);
            for (AnnotationInstance annotation : demand.annotations()) {
                if (annotation.runtimeVisible()) {
                    Jandex2Gizmo.addAnnotation(fc, annotation, index);
                }
            }
        });
        return new Point(field, direct);
    }

    private static GenericType instanceOf(ScannedParameter demand) {
        return GenericType.ofClass(Instance.class,
                TypeArgument.ofExact(Jandex2Gizmo.genericTypeOfReference(ParameterSources.boxed(demand.type()))));
    }
}
