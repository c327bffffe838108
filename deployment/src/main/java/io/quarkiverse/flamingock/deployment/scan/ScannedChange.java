package io.quarkiverse.flamingock.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A class annotated {@code @Change}, as it is written; nothing of it is checked yet.
 *
 * @param info the class
 * @param id the id; empty where it is missing
 * @param declaredOrder the order in the annotation; empty where it is missing
 * @param orderInName the order in the class name; null where the name has none
 * @param author who answers for it; empty where it is missing
 * @param description what it does; may be empty
 * @param transactional whether it is declared transactional
 * @param phase when it is applied
 * @param target what {@code @TargetSystem} says; null without the annotation
 * @param recovery its strategy
 * @param applyMethods the methods annotated {@code @Apply}
 * @param rollbackMethods the methods annotated {@code @Rollback}
 * @param probeMethods the methods annotated {@code @Probe}
 * @param constructor the constructor that will be called; null where it can't be told which
 * @param fields the fields that are injected, those of superclasses first
 * @param initializers the methods that are called with what they ask for before any other, those of superclasses first
 */
public record ScannedChange(ClassInfo info, String id, String declaredOrder, OrderInName orderInName, String author,
        String description, boolean transactional, Phase phase, ScannedTarget target, RecoveryStrategy recovery,
        List<ScannedMethod> applyMethods, List<ScannedMethod> rollbackMethods,
        List<ScannedMethod> probeMethods, ScannedMethod constructor,
        List<ScannedField> fields, List<ScannedMethod> initializers) {

    private static final DotName KOTLIN_METADATA = DotName.createSimple("kotlin.Metadata");
    private static final String KOTLIN_INSTANCE = "INSTANCE";

    /**
     * @return every method that a run may call
     */
    public List<ScannedMethod> methods() {
        List<ScannedMethod> methods = new ArrayList<>(applyMethods);
        methods.addAll(rollbackMethods);
        methods.addAll(probeMethods);
        return methods;
    }

    /**
     * @return every place where something is asked for: parameters of constructor, initializers and methods, and fields
     */
    public List<ScannedParameter> demands() {
        List<ScannedParameter> demands = new ArrayList<>();
        if (constructor != null) {
            demands.addAll(constructor.parameters());
        }
        fields.forEach(field -> demands.add(field.value()));
        initializers.forEach(method -> demands.addAll(method.parameters()));
        methods().forEach(method -> demands.addAll(method.parameters()));
        return demands;
    }

    /**
     * @return the static field that holds the only instance of the class, as of an {@code object} in Kotlin; null where
     *         instances are made
     */
    public String singleton() {
        FieldInfo field = info.field(KOTLIN_INSTANCE);
        boolean only = info.hasDeclaredAnnotation(KOTLIN_METADATA) && field != null && Modifier.isStatic(field.flags())
                && field.type().name().equals(info.name());
        return only ? KOTLIN_INSTANCE : null;
    }

    /**
     * @return the package of the class; null for none
     */
    public String packageName() {
        return info.name().packagePrefix();
    }

    /**
     * @return the name of the class
     */
    public String className() {
        return info.name().toString();
    }

    /**
     * @return the name of the class without packages and classes that it is nested in
     */
    public String simpleName() {
        return simpleName(info);
    }

    static String simpleName(ClassInfo type) {
        String simpleName = type.simpleName();
        return simpleName == null ? type.name().withoutPackagePrefix() : simpleName;
    }

    /**
     * @return the id in {@code @TargetSystem}; empty where it has none, or two; null without the annotation
     */
    public String targetSystem() {
        return target == null ? null : target.name();
    }

    /**
     * @return the ids in {@code also} of {@code @TargetSystem}, as they are written
     */
    public List<String> also() {
        return target == null ? List.of() : target.also();
    }

    /**
     * @return the position of the change, from the annotation or else from the class name; null where neither has it
     */
    public String order() {
        if (!declaredOrder.isEmpty()) {
            return declaredOrder;
        }
        return orderInName == null ? null : orderInName.value();
    }
}
