package io.quarkiverse.flamingock.deployment.outside;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;
import org.jboss.jandex.WildcardType;

/**
 * The classes of which the code of a change can meet an object: those that it makes, what can be in the parameters and fields
 * of what it uses, and beans, which code can look up. A call of an interface ends in no other class, however many implement it.
 */
final class Around {

    private static final DotName INJECT = DotName.createSimple("jakarta.inject.Inject");

    private final ApplicationClasses application;
    private final Set<DotName> classes = new HashSet<>();
    private final Set<DotName> held = new HashSet<>();
    private final Set<DotName> used = new HashSet<>();

    Around(ApplicationClasses application) {
        this.application = application;
    }

    boolean has(ClassInfo type) {
        return classes.contains(type.name()) || type.declaredAnnotations().stream()
                .map(annotation -> annotation.name().withoutPackagePrefix())
                .anyMatch(name -> name.endsWith("Scoped") || name.equals("Singleton"));
    }

    /** An object of this very class. */
    void made(ClassInfo type) {
        if (type != null && classes.add(type.name())) {
            uses(type);
            made(type.superName() == null ? null : application.find(type.superName()));
        }
    }

    /** The code of this class is reached: what its fields can hold, also the static ones, and what CDI gives to it. */
    void uses(ClassInfo type) {
        if (type != null && used.add(type.name())) {
            type.fields().forEach(field -> holds(field.type()));
            type.methods().stream().filter(method -> method.isConstructor() || method.hasAnnotation(INJECT))
                    .forEach(this::takes);
        }
    }

    /** What its parameters can hold. */
    void takes(MethodInfo method) {
        method.parameterTypes().forEach(this::holds);
    }

    private void holds(Type type) {
        switch (type.kind()) {
            case ARRAY -> holds(((ArrayType) type).constituent());
            case PARAMETERIZED_TYPE -> {
                held(type.name());
                type.asParameterizedType().arguments().forEach(this::holds);
            }
            case WILDCARD_TYPE -> holds(((WildcardType) type).extendsBound());
            case TYPE_VARIABLE -> ((TypeVariable) type).bounds().forEach(this::holds);
            case CLASS -> held(type.name());
            default -> {
                // nothing that has code of the application
            }
        }
    }

    private void held(DotName name) {
        ClassInfo type = application.find(name);
        if (type != null && held.add(name)) {
            made(type);
            List<ClassInfo> below = application.below(type);
            below.forEach(this::made);
        }
    }
}
