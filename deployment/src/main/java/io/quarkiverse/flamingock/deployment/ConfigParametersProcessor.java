package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkus.arc.deployment.ConfigPropertyBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/**
 * Has the start report a missing value of {@code @ConfigProperty}, rather than the change that needs it. Quarkus does so for
 * injection points, which the members of changes are none of.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
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

    private static List<ScannedParameter> parameters(ScannedChangesBuildItem scanned) {
        List<ScannedParameter> parameters = new ArrayList<>();
        for (ScannedChange change : scanned.getChanges()) {
            change.demands().stream().filter(parameter -> configProperty(parameter) != null).forEach(parameters::add);
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
