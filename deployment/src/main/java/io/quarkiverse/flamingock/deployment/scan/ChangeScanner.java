package io.quarkiverse.flamingock.deployment.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * Finds the changes in the index of an application.
 */
public final class ChangeScanner {

    private final IndexView index;
    private final InjectionScanner injections;

    /**
     * @param index the classes of the application and of its indexed libraries
     * @param autoInject tells which annotations have a field injected without {@code @Inject}
     */
    public ChangeScanner(IndexView index, Predicate<DotName> autoInject) {
        this.index = index;
        this.injections = new InjectionScanner(index, autoInject);
    }

    /**
     * @return all classes annotated {@code @Change}, sorted by name
     */
    public List<ScannedChange> scan() {
        List<ScannedChange> changes = new ArrayList<>();
        Set<DotName> seen = new HashSet<>();
        for (AnnotationInstance annotation : index.getAnnotations(AnnotationNames.CHANGE)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS
                    && seen.add(annotation.target().asClass().name())) {
                changes.add(read(annotation.target().asClass(), annotation));
            }
        }
        changes.sort(Comparator.comparing(ScannedChange::className));
        return List.copyOf(changes);
    }

    private ScannedChange read(ClassInfo type, AnnotationInstance change) {
        AnnotationValue transactional = change.value("transactional");
        return new ScannedChange(type, text(change, "id"), text(change, "order"),
                OrderInName.of(ScannedChange.simpleName(type)),
                text(change, "author"), text(change, "description"), transactional == null || transactional.asBoolean(),
                phase(change), target(type), recovery(type), methods(type, AnnotationNames.APPLY, AnnotationNames.EXECUTION),
                methods(type, AnnotationNames.ROLLBACK, AnnotationNames.ROLLBACK_EXECUTION),
                methods(type, AnnotationNames.PROBE, AnnotationNames.PROBE), injections.constructor(type),
                injections.fields(type), injections.initializers(type));
    }

    private static String text(AnnotationInstance annotation, String member) {
        AnnotationValue value = annotation.value(member);
        return value == null || value.asString().isBlank() ? "" : value.asString();
    }

    private static Phase phase(AnnotationInstance change) {
        AnnotationValue phase = change.value("phase");
        return phase == null ? Phase.SCHEMA : Phase.valueOf(phase.asEnum());
    }

    private static ScannedTarget target(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(AnnotationNames.TARGET_SYSTEM);
        return annotation == null ? null
                : new ScannedTarget(text(annotation, "value"), text(annotation, "id"),
                        annotation.value("also") == null ? List.of() : List.of(annotation.value("also").asStringArray()));
    }

    private static RecoveryStrategy recovery(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(AnnotationNames.RECOVERY);
        AnnotationValue strategy = annotation == null ? null : annotation.value("strategy");
        return strategy == null ? RecoveryStrategy.MANUAL_INTERVENTION : RecoveryStrategy.valueOf(strategy.asEnum());
    }

    /** Of the class and its superclasses, a method that is overridden counting as its override. */
    private List<ScannedMethod> methods(ClassInfo type, DotName annotation, DotName formerAnnotation) {
        List<ScannedMethod> methods = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        for (ClassInfo current = type; current != null; current = superclass(current)) {
            List<ScannedMethod> declared = declaredMethods(current);
            for (ScannedMethod method : declared) {
                boolean annotated = method.info().hasDeclaredAnnotation(annotation)
                        || method.info().hasDeclaredAnnotation(formerAnnotation);
                if (annotated && !overridden.contains(method.signature())) {
                    methods.add(method);
                }
            }
            declared.forEach(method -> overridden.add(method.signature()));
        }
        return List.copyOf(methods);
    }

    private ClassInfo superclass(ClassInfo type) {
        return type.superName() == null ? null : index.getClassByName(type.superName());
    }

    /** Without those that a compiler added: a bridge carries the annotations of the method that it calls. */
    private static List<ScannedMethod> declaredMethods(ClassInfo type) {
        return type.methods().stream()
                .filter(method -> !method.isSynthetic() && !method.isConstructor() && !method.isStaticInitializer())
                .map(ScannedMethod::of)
                .sorted(Comparator.comparing(ScannedMethod::signature))
                .toList();
    }
}
