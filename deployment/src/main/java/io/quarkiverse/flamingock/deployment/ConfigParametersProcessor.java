package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.ConfigBuildStep;
import io.quarkus.arc.deployment.ConfigPropertyBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.arc.runtime.ConfigBeanCreator;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/**
 * Treats {@code @ConfigProperty} on a method of a change as Quarkus treats it on an injection point, which such a method is
 * none of: any type with a converter is supplied, and a missing value is reported before a change needs it.
 */
class ConfigParametersProcessor {

    private static final DotName CONFIG_PROPERTY = DotName.createSimple(ConfigProperty.class);
    private static final Set<DotName> MAY_BE_MISSING = Set.of(DotName.createSimple("java.util.Optional"),
            DotName.createSimple("java.util.OptionalInt"), DotName.createSimple("java.util.OptionalLong"),
            DotName.createSimple("java.util.OptionalDouble"), DotName.createSimple("java.util.function.Supplier"),
            DotName.createSimple("jakarta.inject.Provider"), DotName.createSimple("jakarta.enterprise.inject.Instance"),
            DotName.createSimple("org.eclipse.microprofile.config.ConfigValue"),
            DotName.createSimple("io.smallrye.config.ConfigValue"));

    @BuildStep
    void values(ScannedChangesBuildItem scanned, BuildProducer<ConfigPropertyBuildItem> properties) {
        for (ScannedParameter parameter : parameters(scanned)) {
            AnnotationInstance annotation = configProperty(parameter);
            AnnotationValue name = annotation.value("name");
            AnnotationValue defaultValue = annotation.value("defaultValue");
            if (name != null && !MAY_BE_MISSING.contains(parameter.type().name())) {
                properties.produce(ConfigPropertyBuildItem.runtimeInit(name.asString(), parameter.type(),
                        defaultValue == null ? null : defaultValue.asString()));
            }
        }
    }

    @BuildStep
    void types(ScannedChangesBuildItem scanned, BeanDiscoveryFinishedBuildItem discovered,
            BuildProducer<SyntheticBeanBuildItem> beans, BuildProducer<ReflectiveClassBuildItem> reflective) {
        Set<String> supplied = new HashSet<>();
        for (InjectionPointInfo point : discovered.getInjectionPoints()) {
            if (point.getRequiredQualifier(CONFIG_PROPERTY) != null) {
                supplied.add(point.getRequiredType().descriptor());
            }
        }
        Map<String, Type> missing = new TreeMap<>();
        for (ScannedParameter parameter : parameters(scanned)) {
            Type type = parameter.type();
            if (type.kind() == Type.Kind.CLASS && !ConfigBuildStep.isHandledByProducers(type)
                    && !supplied.contains(type.descriptor())) {
                missing.put(type.descriptor(), type);
            }
        }
        for (Type type : missing.values()) {
            String name = type.name().toString();
            reflective.produce(ReflectiveClassBuildItem.builder(name).methods().build());
            beans.produce(SyntheticBeanBuildItem.create(type.name()).creator(ConfigBeanCreator.class).providerType(type)
                    .types(type).addQualifier(CONFIG_PROPERTY).param("requiredType", name).done());
        }
    }

    private static List<ScannedParameter> parameters(ScannedChangesBuildItem scanned) {
        List<ScannedParameter> parameters = new ArrayList<>();
        for (ScannedChange change : scanned.getChanges()) {
            List<ScannedMethod> methods = new ArrayList<>(change.applyMethods());
            methods.addAll(change.rollbackMethods());
            for (ScannedMethod method : methods) {
                method.parameters().stream().filter(parameter -> configProperty(parameter) != null)
                        .forEach(parameters::add);
            }
        }
        return parameters;
    }

    private static AnnotationInstance configProperty(ScannedParameter parameter) {
        for (AnnotationInstance annotation : parameter.annotations()) {
            if (annotation.name().equals(CONFIG_PROPERTY)) {
                return annotation;
            }
        }
        return null;
    }
}
