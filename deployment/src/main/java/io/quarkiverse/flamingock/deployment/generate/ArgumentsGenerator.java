package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ConfigParameter;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.injection.CdiArguments;
import io.quarkiverse.flamingock.runtime.injection.ConfigValues;
import io.quarkus.arc.Unremovable;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.GenericType;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.TypeArgument;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Writes the beans that look up the arguments of changes. It does so before CDI knows its beans, so a bean is written for
 * any parameter that CDI might supply: an {@code Instance} promises nothing, and whether there is a value is checked later.
 */
public final class ArgumentsGenerator {

    private static final DotName CHANGE_CONTEXT = DotName.createSimple(ChangeContext.class);
    private static final MethodDesc GET = MethodDesc.of(Instance.class, "get", Object.class);
    private static final MethodDesc REQUIRED_VALUE = MethodDesc.of(ConfigValues.class, "required", Object.class, String.class,
            String.class, Class.class);
    private static final MethodDesc OPTIONAL_VALUE = MethodDesc.of(ConfigValues.class, "optional", Optional.class,
            String.class, Class.class);
    private static final ConstructorDesc OBJECT = ConstructorDesc.of(Object.class);

    /** A parameter and the field that its injection point ends in. */
    private record Lookup(ScannedParameter parameter, boolean direct, FieldDesc field) {
    }

    private final Gizmo gizmo;
    private final IndexView index;

    /**
     * @param output receives the generated classes
     * @param index the classes of the application
     */
    public ArgumentsGenerator(ClassOutput output, IndexView index) {
        this.gizmo = Gizmo.create(output).withDebugInfo(false);
        this.index = index;
    }

    /**
     * @param change a change
     * @param method its method
     * @return the bean that looks up the method's arguments; null where CDI can supply none of them
     */
    public static ClassDesc name(ScannedChange change, ScannedMethod method) {
        if (parameters(method).isEmpty()) {
            return null;
        }
        String suffix = change.applyMethods().contains(method) ? "_ApplyArguments"
                : change.rollbackMethods().contains(method) ? "_RollbackArguments" : "_ProbeArguments";
        return ClassDesc.of(change.className() + suffix);
    }

    private static List<ScannedParameter> parameters(ScannedMethod method) {
        if (method.parameters().stream().anyMatch(ArgumentsGenerator::isInvalid)) {
            return List.of();
        }
        return method.parameters().stream().filter(parameter -> !parameter.type().name().equals(CHANGE_CONTEXT)).toList();
    }

    /** It will be reported, but CDI would not come so far. */
    private static boolean isInvalid(ScannedParameter parameter) {
        return ParameterSources.hasTypeVariable(parameter.type()) || "".equals(Qualifiers.name(parameter));
    }

    /**
     * @param change a change; nothing is generated for methods that it has too many of
     */
    public void generate(ScannedChange change) {
        for (List<ScannedMethod> methods : List.of(change.applyMethods(), change.rollbackMethods(),
                change.probeMethods())) {
            if (methods.size() == 1 && name(change, methods.get(0)) != null) {
                gizmo.class_(name(change, methods.get(0)), cc -> generate(cc, parameters(methods.get(0))));
            }
        }
    }

    private void generate(ClassCreator cc, List<ScannedParameter> parameters) {
        cc.public_();
        cc.final_();
        cc.implements_(CdiArguments.class);
        cc.addAnnotation(Dependent.class);
        cc.addAnnotation(Unremovable.class);
        List<Lookup> lookups = new ArrayList<>();
        for (ScannedParameter parameter : parameters) {
            if (ConfigParameter.of(parameter) != null) {
                continue;
            }
            boolean direct = ParameterSources.isCdiOnly(parameter);
            GenericType type = direct ? Jandex2Gizmo.genericTypeOf(parameter.type()) : instanceOf(parameter);
            FieldDesc field = cc.field("lookup" + parameter.position(), fc -> {
                fc.private_();
                fc.final_();
                fc.setType(type);
            });
            lookups.add(new Lookup(parameter, direct, field));
        }
        constructor(cc, lookups);
        cc.method("lookUp", mc -> {
            mc.public_();
            mc.returning(void.class);
            ParamVar arguments = mc.parameter("arguments", Object[].class);
            mc.body(bc -> {
                for (ScannedParameter parameter : parameters) {
                    ConfigParameter config = ConfigParameter.of(parameter);
                    if (config != null) {
                        bc.set(arguments.elem(Const.of(parameter.position())), read(bc, config));
                    }
                }
                for (Lookup lookup : lookups) {
                    Expr argument = arguments.elem(lookup.parameter().position());
                    bc.ifNull(argument, missing -> set(missing, cc, arguments, lookup));
                }
                bc.return_();
            });
        });
    }

    private static Expr read(BlockCreator bc, ConfigParameter config) {
        return config.optional() ? bc.invokeStatic(OPTIONAL_VALUE, Const.of(config.name()), Const.of(config.type()))
                : bc.invokeStatic(REQUIRED_VALUE, Const.of(config.name()), ChangeExpressions.text(config.defaultValue()),
                        Const.of(config.type()));
    }

    private static void set(BlockCreator bc, ClassCreator cc, ParamVar arguments, Lookup lookup) {
        Expr looked = cc.this_().field(lookup.field());
        bc.set(arguments.elem(Const.of(lookup.parameter().position())),
                lookup.direct() ? bc.get(cc.this_().field(lookup.field())) : bc.invokeInterface(GET, looked));
    }

    private static GenericType instanceOf(ScannedParameter parameter) {
        return GenericType.ofClass(Instance.class,
                TypeArgument.ofExact(Jandex2Gizmo.genericTypeOfReference(ParameterSources.boxed(parameter.type()))));
    }

    private void constructor(ClassCreator cc, List<Lookup> lookups) {
        cc.constructor(ctor -> {
            ctor.public_();
            ctor.addAnnotation(Inject.class);
            List<ParamVar> values = new ArrayList<>();
            for (Lookup lookup : lookups) {
                values.add(ctor.parameter(lookup.parameter().name(), pc -> {
                    pc.setType(lookup.direct() ? Jandex2Gizmo.genericTypeOf(lookup.parameter().type())
                            : instanceOf(lookup.parameter()));
                    for (AnnotationInstance annotation : lookup.parameter().annotations()) {
                        if (annotation.runtimeVisible()) {
                            Jandex2Gizmo.addAnnotation(pc, annotation, index);
                        }
                    }
                }));
            }
            ctor.body(bc -> {
                bc.invokeSpecial(OBJECT, cc.this_());
                for (int i = 0; i < values.size(); i++) {
                    bc.set(cc.this_().field(lookups.get(i).field()), values.get(i));
                }
                bc.return_();
            });
        });
    }
}
