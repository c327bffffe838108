package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.inject.AmbiguousResolutionException;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBeanScanner;
import io.quarkiverse.flamingock.deployment.validate.CdiAnswer;
import io.quarkiverse.flamingock.deployment.validate.CdiQuestion;
import io.quarkus.arc.processor.BeanDeployment;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BuiltinBean;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.arc.processor.InjectionPointInfo.TypeAndQualifiers;

/**
 * Answers from the beans of the application, once all of them are registered and before unused ones are removed.
 */
final class ArcLookup implements CdiQuestion {

    private final BeanDeployment deployment;
    private final Set<DotName> qualifiers = new HashSet<>();

    ArcLookup(BeanDeployment deployment) {
        this.deployment = deployment;
        for (ClassInfo qualifier : deployment.getQualifiers()) {
            qualifiers.add(qualifier.name());
        }
    }

    @Override
    public CdiAnswer ask(ScannedParameter parameter) {
        Set<AnnotationInstance> required = required(parameter);
        InjectionPointInfo point = InjectionPointInfo
                .fromSyntheticInjectionPoint(new TypeAndQualifiers(parameter.type(), required));
        if (BuiltinBean.resolvesTo(point)) {
            return CdiAnswer.BUILT_IN;
        }
        Set<BeanInfo> beans = deployment.getBeanResolver().resolveBeans(parameter.type(), required);
        try {
            BeanInfo chosen = deployment.getBeanResolver().resolveAmbiguity(beans);
            return chosen == null ? CdiAnswer.missing(NearMisses.of(parameter.type(), deployment.getBeans()))
                    : new CdiAnswer(List.of(name(chosen)));
        } catch (AmbiguousResolutionException e) {
            return new CdiAnswer(beans.stream().map(ArcLookup::name).sorted().toList());
        }
    }

    /**
     * @param type the type of a field or parameter
     * @param annotations what stands on it
     * @return the name of the class of the only bean that matches it; null where there is none such
     */
    String chosen(Type type, List<AnnotationInstance> annotations) {
        CdiAnswer answer = ask(new ScannedParameter(0, "", type, annotations));
        return answer.found() ? answer.beans().get(0) : null;
    }

    static String name(BeanInfo bean) {
        return bean.getTarget().map(IdentifiedBeanScanner::place)
                .orElseGet(() -> "a bean of an extension, " + bean.getImplClazz().name());
    }

    private Set<AnnotationInstance> required(ScannedParameter parameter) {
        Set<AnnotationInstance> required = new HashSet<>();
        for (AnnotationInstance annotation : parameter.annotations()) {
            AnnotationValue value = annotation.value();
            if (qualifiers.contains(annotation.name())) {
                required.add(annotation);
            } else if (value != null && value.kind() == AnnotationValue.Kind.ARRAY
                    && value.componentKind() == AnnotationValue.Kind.NESTED) {
                for (AnnotationInstance repeated : value.asNestedArray()) {
                    if (qualifiers.contains(repeated.name())) {
                        required.add(repeated);
                    }
                }
            }
        }
        if (required.isEmpty()) {
            required.add(AnnotationInstance.create(DotName.createSimple("jakarta.enterprise.inject.Default"), null,
                    List.of()));
        }
        return required;
    }

    /**
     * @param scanned what looks like beans of a type
     * @param type the type
     * @return those that are beans, for instance not those of another build profile
     */
    List<IdentifiedBean> existing(List<IdentifiedBean> scanned, Class<?> type) {
        Set<String> places = new HashSet<>();
        for (BeanInfo bean : deployment.getBeans()) {
            AnnotationTarget target = bean.getTarget().orElse(null);
            if (target != null && bean.hasType(DotName.createSimple(type))) {
                places.add(IdentifiedBeanScanner.place(target));
            }
        }
        return new ArrayList<>(scanned.stream().filter(bean -> places.contains(bean.place())).toList());
    }

    /**
     * @param type a type
     * @param identifier a value of {@code @Identifier}
     * @return whether there is a bean of both
     */
    boolean hasBean(Class<?> type, String identifier) {
        DotName name = DotName.createSimple(type);
        return deployment.getBeans().stream().anyMatch(bean -> bean.hasType(name) && bean.getQualifiers().stream()
                .anyMatch(qualifier -> qualifier.name().equals(IdentifiedBeanScanner.IDENTIFIER)
                        && qualifier.value().asString().equals(identifier)));
    }
}
