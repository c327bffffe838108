package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The classes that are looked into: those of the application and of its indexed libraries, not those of Quarkus and what
 * belongs to it, which are known by what they do.
 */
final class ApplicationClasses {

    private static final DotName PRODUCES = DotName.createSimple("jakarta.enterprise.inject.Produces");
    private static final List<String> FRAMEWORKS = List.of("java.", "javax.", "jakarta.", "io.quarkus.", "io.smallrye.",
            "io.vertx.", "io.netty.", "io.agroal.", "org.eclipse.microprofile.", "org.hibernate.", "org.jboss.",
            "com.arjuna.", "com.mongodb.", "com.fasterxml.", "kotlin.", "kotlinx.", "groovy.", "org.codehaus.groovy.",
            "io.quarkiverse.flamingock.runtime.", "io.quarkiverse.flamingock.spi.",
            "io.quarkiverse.flamingock.generated.");
    private static final DotName FACADE = DotName.createSimple("io.quarkiverse.flamingock.Flamingock");

    private final IndexView index;
    private final Map<DotName, List<MethodInfo>> producers = new HashMap<>();

    ApplicationClasses(IndexView index) {
        this.index = index;
        for (AnnotationInstance annotation : index.getAnnotations(PRODUCES)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo producer = annotation.target().asMethod();
                producers.computeIfAbsent(producer.returnType().name(), type -> new ArrayList<>()).add(producer);
            }
        }
        producers.values().forEach(each -> each.sort(Comparator.comparing(MethodInfo::toString)));
    }

    /**
     * @param name the name of a type
     * @return its class; null where it is not looked into
     */
    ClassInfo find(DotName name) {
        String text = name.toString();
        return name.equals(FACADE) || FRAMEWORKS.stream().anyMatch(text::startsWith) ? null : index.getClassByName(name);
    }

    /**
     * @param type a class or an interface
     * @return what extends or implements it, sorted by name
     */
    List<ClassInfo> below(ClassInfo type) {
        Collection<ClassInfo> below = type.isInterface() ? index.getAllKnownImplementations(type.name())
                : index.getAllKnownSubclasses(type.name());
        return below.stream().filter(each -> find(each.name()) != null).sorted(Comparator.comparing(ClassInfo::name)).toList();
    }

    /**
     * @param type a class
     * @return it and those that it extends, the nearest first
     */
    Set<DotName> withSuperclasses(ClassInfo type) {
        Set<DotName> classes = new LinkedHashSet<>();
        for (ClassInfo each = type; each != null; each = each.superName() == null ? null : find(each.superName())) {
            classes.add(each.name());
        }
        return classes;
    }

    /**
     * @param type the name of a type
     * @return the producer methods that return it
     */
    List<MethodInfo> producers(DotName type) {
        return producers.getOrDefault(type, List.of());
    }
}
