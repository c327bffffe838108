package io.quarkiverse.flamingock.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Finds what a change wants to be given before its methods are called: by its constructor, in fields, by initializer methods.
 */
final class InjectionScanner {

    private final IndexView index;
    private final Predicate<DotName> autoInject;

    /**
     * @param index the classes of the application and of its indexed libraries
     * @param autoInject tells which annotations have a field injected without {@code @Inject}
     */
    InjectionScanner(IndexView index, Predicate<DotName> autoInject) {
        this.index = index;
        this.autoInject = autoInject;
    }

    /**
     * As CDI chooses: the one with {@code @Inject}, else that without parameters, else the only one. Without those that a
     * compiler added, as that of Kotlin does for default arguments.
     */
    ScannedMethod constructor(ClassInfo type) {
        Collection<MethodInfo> constructors = type.constructors().stream().filter(each -> !each.isSynthetic()).toList();
        for (MethodInfo constructor : constructors) {
            if (constructor.hasDeclaredAnnotation(AnnotationNames.INJECT)) {
                return ScannedMethod.of(constructor);
            }
        }
        for (MethodInfo constructor : constructors) {
            if (constructor.parametersCount() == 0) {
                return ScannedMethod.of(constructor);
            }
        }
        return constructors.size() == 1 ? ScannedMethod.of(constructors.iterator().next()) : null;
    }

    /** Those of superclasses first. */
    List<ScannedField> fields(ClassInfo type) {
        List<ScannedField> fields = new ArrayList<>();
        for (ClassInfo declaring : hierarchy(type)) {
            declaring.fields().stream().filter(this::isInjected).map(ScannedField::of)
                    .sorted(Comparator.comparing(field -> field.info().name())).forEach(fields::add);
        }
        return List.copyOf(fields);
    }

    private boolean isInjected(FieldInfo field) {
        return field.hasDeclaredAnnotation(AnnotationNames.INJECT)
                || !Modifier.isStatic(field.flags()) && !Modifier.isFinal(field.flags())
                        && !field.hasDeclaredAnnotation(AnnotationNames.PRODUCES)
                        && field.declaredAnnotations().stream().anyMatch(a -> autoInject.test(a.name()));
    }

    /** Those of superclasses first; one that is overridden is called only if its override is annotated too, and once. */
    List<ScannedMethod> initializers(ClassInfo type) {
        List<ScannedMethod> initializers = new ArrayList<>();
        for (ClassInfo declaring : hierarchy(type)) {
            List<ScannedMethod> declared = declaring.methods().stream()
                    .filter(method -> !method.isConstructor() && !method.isSynthetic() && !method.isStaticInitializer())
                    .map(ScannedMethod::of).sorted(Comparator.comparing(ScannedMethod::signature)).toList();
            for (ScannedMethod method : declared) {
                initializers.removeIf(each -> !each.isPrivate() && each.signature().equals(method.signature()));
                if (method.info().hasDeclaredAnnotation(AnnotationNames.INJECT)) {
                    initializers.add(method);
                }
            }
        }
        return List.copyOf(initializers);
    }

    private List<ClassInfo> hierarchy(ClassInfo type) {
        List<ClassInfo> hierarchy = new ArrayList<>();
        for (ClassInfo current = type; current != null; current = current.superName() == null ? null
                : index.getClassByName(current.superName())) {
            hierarchy.add(0, current);
        }
        return hierarchy;
    }
}
