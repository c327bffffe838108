package io.quarkiverse.flamingock.deployment.validate;

import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * Knows the annotations that only mean something on a bean, which a change is not.
 */
public final class ComponentAnnotations {

    private static final Set<DotName> MARKS = Set.of(DotName.createSimple("jakarta.interceptor.InterceptorBinding"),
            DotName.createSimple("jakarta.inject.Scope"), DotName.createSimple("jakarta.enterprise.context.NormalScope"),
            DotName.createSimple("jakarta.enterprise.inject.Stereotype"));

    /** What they are, for messages. */
    private static final Map<DotName, String> OTHERS = Map.of(
            DotName.createSimple("jakarta.annotation.PostConstruct"), "a lifecycle callback",
            DotName.createSimple("jakarta.annotation.PreDestroy"), "a lifecycle callback",
            DotName.createSimple("jakarta.enterprise.inject.Produces"), "a producer",
            DotName.createSimple("jakarta.enterprise.event.Observes"), "an observer",
            DotName.createSimple("jakarta.enterprise.event.ObservesAsync"), "an observer");

    private final ClassFiles classes;
    private final Set<DotName> registered;

    /**
     * @param classes where to find annotations
     * @param registered annotations that an extension has made scopes or interceptor bindings
     */
    public ComponentAnnotations(ClassFiles classes, Set<DotName> registered) {
        this.classes = classes;
        this.registered = Set.copyOf(registered);
    }

    /**
     * @param annotation the name of an annotation
     * @return what it makes of a bean; null for one that means nothing to CDI
     */
    String meaning(DotName annotation) {
        String other = OTHERS.get(annotation);
        if (other != null) {
            return other;
        }
        if (registered.contains(annotation)) {
            return "a scope or an interceptor binding";
        }
        ClassInfo type = classes.find(annotation);
        return type != null && MARKS.stream().anyMatch(type::hasDeclaredAnnotation) ? "a scope or an interceptor binding"
                : null;
    }
}
