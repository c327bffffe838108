package io.quarkiverse.flamingock.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.BuildTimeConditionBuildItem;

/**
 * What keeps a class from being a bean keeps it from being a change, too: conditions such as {@code @IfBuildProfile},
 * {@code @Vetoed} and {@code quarkus.arc.exclude-types}.
 */
final class Exclusions {

    private static final DotName VETOED = DotName.createSimple("jakarta.enterprise.inject.Vetoed");

    private final Set<DotName> disabled = new HashSet<>();
    private final List<String> patterns;

    /**
     * @param conditions the conditions that ArC has evaluated
     * @param patterns names of classes, simple ones too, {@code package.*} and {@code package.**}
     */
    Exclusions(List<BuildTimeConditionBuildItem> conditions, List<String> patterns) {
        for (BuildTimeConditionBuildItem condition : conditions) {
            if (!condition.isEnabled() && condition.getTarget().kind() == AnnotationTarget.Kind.CLASS) {
                disabled.add(condition.getTarget().asClass().name());
            }
        }
        this.patterns = patterns;
    }

    boolean exclude(ClassInfo type) {
        return disabled.contains(type.name()) || type.hasDeclaredAnnotation(VETOED)
                || patterns.stream().anyMatch(pattern -> matches(pattern.trim(), type));
    }

    private static boolean matches(String pattern, ClassInfo type) {
        String name = type.name().toString();
        String packageName = type.name().packagePrefix() == null ? "" : type.name().packagePrefix();
        if (pattern.endsWith(".**")) {
            return packageName.startsWith(pattern.substring(0, pattern.length() - 3));
        }
        if (pattern.endsWith(".*")) {
            return packageName.equals(pattern.substring(0, pattern.length() - 2));
        }
        return pattern.contains(".") ? name.equals(pattern)
                : name.substring(packageName.isEmpty() ? 0 : packageName.length() + 1).equals(pattern);
    }
}
