package io.quarkiverse.flamingock.deployment.targets;

import java.lang.constant.ClassDesc;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;

/**
 * A {@code @ConfigProperty} parameter of a type of the JDK, or an {@code Optional} of one, whose value is read without an
 * injection point. Parameters of other types are left to CDI.
 *
 * @param name the name of the property
 * @param defaultValue null where it has none
 * @param type what it is converted to
 * @param optional whether the parameter is an {@code Optional}
 */
public record ConfigParameter(String name, String defaultValue, ClassDesc type, boolean optional) {

    private static final DotName CONFIG_PROPERTY = DotName.createSimple(ConfigProperty.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    /**
     * @param parameter a parameter of a method
     * @return what it reads, or null if that is left to CDI
     */
    public static ConfigParameter of(ScannedParameter parameter) {
        for (AnnotationInstance annotation : parameter.annotations()) {
            AnnotationValue name = annotation.value("name");
            if (annotation.name().equals(CONFIG_PROPERTY) && name != null) {
                return of(parameter.type(), name.asString(), annotation.value("defaultValue"));
            }
        }
        return null;
    }

    private static ConfigParameter of(Type type, String name, AnnotationValue defaultValue) {
        boolean optional = type.kind() == Type.Kind.PARAMETERIZED_TYPE && type.name().equals(OPTIONAL);
        Type value = optional ? type.asParameterizedType().arguments().get(0) : ParameterSources.boxed(type);
        if (value.kind() != Type.Kind.CLASS || !value.name().toString().startsWith("java.")
                || optional && defaultValue != null) {
            return null;
        }
        return new ConfigParameter(name, defaultValue == null ? null : defaultValue.asString(),
                ClassDesc.of(value.name().toString()), optional);
    }
}
