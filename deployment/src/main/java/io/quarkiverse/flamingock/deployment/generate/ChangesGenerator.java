package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCodes;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.This;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the classes that hold the changes of a pipeline.
 * <p>
 * A method may have 64 kilobytes and a class 65,535 constants: the changes are added by several methods, and beyond some
 * hundred by further classes.
 */
final class ChangesGenerator {

    private static final int CHANGES_PER_METHOD = 50;
    private static final int CHANGES_PER_CLASS = 500;

    private static final MethodDesc ADD = MethodDesc.of(List.class, "add", boolean.class, Object.class);
    private static final MethodTypeDesc ADDS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_List);

    private final Gizmo gizmo;
    private final String prefix;
    private final CodeGroups groups;

    ChangesGenerator(Gizmo gizmo, String prefix, CodeGroups groups) {
        this.gizmo = gizmo;
        this.prefix = prefix;
        this.groups = groups;
    }

    /**
     * @return the classes, in the order of their changes
     */
    List<ClassDesc> generate(List<CompiledChange> changes) {
        List<ClassDesc> classes = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += CHANGES_PER_CLASS) {
            List<CompiledChange> part = changes.subList(from, Math.min(changes.size(), from + CHANGES_PER_CLASS));
            int first = from;
            ClassDesc name = ClassDesc.of(prefix + "_" + classes.size());
            gizmo.class_(name, cc -> generate(cc, part, first));
            classes.add(name);
        }
        return classes;
    }

    /**
     * @return the method of such a class that adds its changes to a list
     */
    static MethodDesc addTo(ClassDesc part) {
        return ClassMethodDesc.of(part, "addTo", ADDS);
    }

    private void generate(ClassCreator cc, List<CompiledChange> changes, int first) {
        cc.final_();
        cc.implements_(ChangeCodes.class);
        cc.defaultConstructor();
        This self = cc.this_();
        List<MethodDesc> methods = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += CHANGES_PER_METHOD) {
            int begin = from;
            List<CompiledChange> part = changes.subList(from, Math.min(changes.size(), from + CHANGES_PER_METHOD));
            String name = "changes" + methods.size();
            cc.method(name, mc -> {
                mc.packagePrivate();
                mc.returning(void.class);
                ParamVar list = mc.parameter("list", List.class);
                mc.body(bc -> {
                    for (int i = 0; i < part.size(); i++) {
                        bc.invokeInterface(ADD, list, ChangeExpressions.change(bc, part.get(i), self, first + begin + i));
                    }
                    bc.return_();
                });
            });
            methods.add(ClassMethodDesc.of(cc.type(), name, ADDS));
        }
        cc.method("addTo", mc -> {
            mc.packagePrivate();
            mc.returning(void.class);
            ParamVar list = mc.parameter("list", List.class);
            mc.body(bc -> {
                methods.forEach(method -> bc.invokeVirtual(method, self, list));
                bc.return_();
            });
        });
        cc.method("code", mc -> {
            mc.public_();
            mc.returning(ChangeCode.class);
            ParamVar index = mc.parameter("index", int.class);
            mc.body(bc -> {
                bc.switch_(index, cases -> {
                    for (int i = 0; i < changes.size(); i++) {
                        CodeGroup group = groups.of(changes.get(i).code());
                        Const position = Const.of(group.codes().indexOf(changes.get(i).code()));
                        cases.caseOf(Const.of(first + i),
                                block -> block.return_(block.new_(ConstructorDesc.of(group.type(), int.class), position)));
                    }
                });
                bc.throw_(IllegalArgumentException.class);
            });
        });
    }
}
