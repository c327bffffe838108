package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

/**
 * The datasources that are injected where a bean is made: a producer method's parameters, or else the fields, the constructors
 * and the other methods with {@code @Inject} of its class.
 */
final class InjectedDatasources {

    private static final Set<DotName> TYPES = Set.of(DotName.createSimple("javax.sql.DataSource"),
            DotName.createSimple("io.agroal.api.AgroalDataSource"));
    private static final List<DotName> NAMES = List.of(DotName.createSimple("io.quarkus.agroal.DataSource"),
            DotName.createSimple("jakarta.inject.Named"));
    private static final DotName INJECT = DotName.createSimple("jakarta.inject.Inject");

    private InjectedDatasources() {
    }

    /**
     * @param made a class, producer method or producer field
     * @return their names, sorted
     */
    static List<String> of(AnnotationTarget made) {
        Set<String> names = new TreeSet<>();
        if (made.kind() == AnnotationTarget.Kind.METHOD) {
            addParameters(made.asMethod(), names);
        }
        if (names.isEmpty()) {
            addClass(declaring(made), names);
        }
        return new ArrayList<>(names);
    }

    private static ClassInfo declaring(AnnotationTarget made) {
        return switch (made.kind()) {
            case METHOD -> made.asMethod().declaringClass();
            case FIELD -> made.asField().declaringClass();
            default -> made.asClass();
        };
    }

    private static void addClass(ClassInfo type, Set<String> names) {
        for (FieldInfo field : type.fields()) {
            if (isDatasource(field.type())) {
                names.add(name(field.annotations()));
            }
        }
        for (MethodInfo method : type.methods()) {
            if (method.isConstructor() || method.hasDeclaredAnnotation(INJECT)) {
                addParameters(method, names);
            }
        }
    }

    private static void addParameters(MethodInfo method, Set<String> names) {
        for (MethodParameterInfo parameter : method.parameters()) {
            if (isDatasource(parameter.type())) {
                names.add(name(parameter.annotations()));
            }
        }
    }

    /** Also one that is looked up later, as {@code Instance<AgroalDataSource>}. */
    private static boolean isDatasource(Type type) {
        return TYPES.contains(type.name()) || type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.asParameterizedType().arguments().stream().anyMatch(argument -> TYPES.contains(argument.name()));
    }

    private static String name(List<AnnotationInstance> annotations) {
        for (AnnotationInstance annotation : annotations) {
            AnnotationValue value = NAMES.contains(annotation.name()) ? annotation.value() : null;
            if (value != null) {
                return value.asString();
            }
        }
        return DataStore.DEFAULT_NAME;
    }
}
