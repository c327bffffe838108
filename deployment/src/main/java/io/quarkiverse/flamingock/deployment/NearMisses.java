package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkus.arc.processor.BeanInfo;

/**
 * The beans of the class that is asked for which nevertheless do not match: their type arguments or qualifiers are others.
 */
final class NearMisses {

    private static final Set<DotName> OF_EVERY_BEAN = Set.of(DotName.createSimple("jakarta.enterprise.inject.Any"),
            DotName.createSimple("jakarta.enterprise.inject.Default"));
    /** Beans of these are asked for a value, and tell nothing of other beans of its class. */
    private static final DotName CONFIG_PROPERTY = DotName.createSimple(
            "org.eclipse.microprofile.config.inject.ConfigProperty");

    private NearMisses() {
    }

    /**
     * @param type what is asked for
     * @param beans all beans
     * @return how they look, sorted
     */
    static List<String> of(Type type, Collection<BeanInfo> beans) {
        if (type.kind() != Type.Kind.CLASS && type.kind() != Type.Kind.PARAMETERIZED_TYPE
                || type.name().equals(DotName.OBJECT_NAME)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (BeanInfo bean : beans) {
            if (bean.getQualifiers().stream().noneMatch(qualifier -> qualifier.name().equals(CONFIG_PROPERTY))) {
                bean.getTypes().stream().filter(each -> each.name().equals(type.name()))
                        .forEach(each -> found.add(ArcLookup.name(bean) + " (" + qualifiers(bean) + each + ")"));
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static String qualifiers(BeanInfo bean) {
        StringBuilder text = new StringBuilder();
        bean.getQualifiers().stream().filter(qualifier -> !OF_EVERY_BEAN.contains(qualifier.name()))
                .map(AnnotationInstance::toString).sorted().forEach(qualifier -> text.append(qualifier).append(' '));
        return text.toString();
    }
}
