package io.quarkiverse.flamingock.deployment.targets;

import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;

/**
 * Tells the qualifiers of a parameter from its other annotations, before CDI knows its beans.
 */
public final class Qualifiers {

    /** The qualifier by which a parameter asks for a named value. */
    public static final DotName NAMED = DotName.createSimple("jakarta.inject.Named");

    private static final DotName QUALIFIER = DotName.createSimple("jakarta.inject.Qualifier");
    private static final DotName DEFAULT = DotName.createSimple("jakarta.enterprise.inject.Default");

    private final ClassFiles classes;
    private final Set<DotName> registered;

    /**
     * @param classes where to find annotations
     * @param registered annotations that an extension has made qualifiers
     */
    public Qualifiers(ClassFiles classes, Set<DotName> registered) {
        this.classes = classes;
        this.registered = Set.copyOf(registered);
    }

    /**
     * @param parameter a parameter
     * @return whether it has a qualifier other than {@code @Named} and {@code @Default}
     */
    boolean hasOthers(ScannedParameter parameter) {
        for (AnnotationInstance annotation : parameter.annotations()) {
            DotName name = annotation.name();
            if (!name.equals(NAMED) && !name.equals(DEFAULT) && isQualifier(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param parameter a parameter
     * @return the value of its {@code @Named}; null where it has none, empty where it gives no name
     */
    public static String name(ScannedParameter parameter) {
        for (AnnotationInstance annotation : parameter.annotations()) {
            if (annotation.name().equals(NAMED)) {
                return annotation.value() == null ? "" : annotation.value().asString();
            }
        }
        return null;
    }

    /**
     * @param name the name of an annotation
     * @return whether it is a qualifier
     */
    public boolean isQualifier(DotName name) {
        if (registered.contains(name)) {
            return true;
        }
        ClassInfo type = classes.find(name);
        return type != null && type.hasDeclaredAnnotation(QUALIFIER);
    }
}
