package io.quarkiverse.flamingock.deployment.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Finds classes that are written like changes, and have no {@code @Change}. A method may stand in a superclass or an interface
 * of changes; what stands on a class is not inherited.
 */
public final class ForgottenChangeScanner {

    private static final List<DotName> OF_METHODS = List.of(AnnotationNames.APPLY, AnnotationNames.EXECUTION,
            AnnotationNames.ROLLBACK, AnnotationNames.ROLLBACK_EXECUTION, AnnotationNames.PROBE);
    private static final List<DotName> OF_CLASSES = List.of(AnnotationNames.TARGET_SYSTEM, AnnotationNames.RECOVERY);

    private final IndexView index;
    private final SortedMap<String, TreeSet<String>> found = new TreeMap<>();

    /**
     * @param index the classes of the application and of its indexed libraries
     */
    public ForgottenChangeScanner(IndexView index) {
        this.index = index;
    }

    /**
     * @return the classes, sorted by name
     */
    public List<ForgottenChange> scan() {
        found.clear();
        OF_METHODS.forEach(this::methods);
        OF_CLASSES.forEach(this::classes);
        List<ForgottenChange> forgotten = new ArrayList<>();
        found.forEach((name, annotations) -> forgotten.add(new ForgottenChange(name, List.copyOf(annotations))));
        return forgotten;
    }

    private void methods(DotName annotation) {
        for (AnnotationInstance instance : index.getAnnotations(annotation)) {
            if (instance.target().kind() == AnnotationTarget.Kind.METHOD && !instance.target().asMethod().isSynthetic()) {
                ClassInfo declaring = instance.target().asMethod().declaringClass();
                String text = text(annotation) + " on method '" + instance.target().asMethod().name() + "'";
                inherit(declaring, text, text + " of " + declaring.name());
            }
        }
    }

    /** @return whether the class or one that inherits the method is a change */
    private boolean inherit(ClassInfo type, String own, String inherited) {
        boolean change = type.hasDeclaredAnnotation(AnnotationNames.CHANGE);
        for (ClassInfo heir : index.getKnownDirectSubclasses(type.name())) {
            change |= inherit(heir, inherited, inherited);
        }
        if (type.isInterface()) {
            for (ClassInfo heir : index.getKnownDirectSubinterfaces(type.name())) {
                change |= inherit(heir, inherited, inherited);
            }
            for (ClassInfo heir : index.getKnownDirectImplementations(type.name())) {
                change |= inherit(heir, inherited, inherited);
            }
        }
        if (!change && !type.isAbstract() && !type.isInterface()) {
            note(type, own);
        }
        return change;
    }

    private void classes(DotName annotation) {
        for (AnnotationInstance instance : index.getAnnotations(annotation)) {
            if (instance.target().kind() == AnnotationTarget.Kind.CLASS
                    && !instance.target().asClass().hasDeclaredAnnotation(AnnotationNames.CHANGE)) {
                note(instance.target().asClass(), text(annotation) + " on the class, where it is not inherited");
            }
        }
    }

    private void note(ClassInfo type, String text) {
        found.computeIfAbsent(type.name().toString(), name -> new TreeSet<>()).add(text);
    }

    private static String text(DotName annotation) {
        return "@" + annotation.withoutPackagePrefix();
    }
}
