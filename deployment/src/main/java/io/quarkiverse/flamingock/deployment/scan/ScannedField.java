package io.quarkiverse.flamingock.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;

/**
 * A field of a change that is injected.
 *
 * @param info the field; it may be declared by a superclass of the change
 * @param value what it asks for, like a parameter
 */
public record ScannedField(FieldInfo info, ScannedParameter value) {

    private static final DotName CONFIG_PROPERTY = DotName.createSimple(ConfigProperty.class);

    static ScannedField of(FieldInfo field) {
        List<AnnotationInstance> annotations = new ArrayList<>();
        for (AnnotationInstance annotation : field.declaredAnnotations()) {
            if (annotation.name().equals(CONFIG_PROPERTY)) {
                annotations.add(named(annotation, field));
            } else if (!annotation.name().equals(AnnotationNames.INJECT)) {
                annotations.add(annotation);
            }
        }
        return new ScannedField(field, new ScannedParameter(0, field.name(), field.type(), List.copyOf(annotations)));
    }

    /** A property of a field has a name even where it is not given. */
    private static AnnotationInstance named(AnnotationInstance property, FieldInfo field) {
        if (property.value("name") != null && !property.value("name").asString().isEmpty()) {
            return property;
        }
        List<AnnotationValue> values = new ArrayList<>(property.values());
        values.removeIf(value -> value.name().equals("name"));
        values.add(AnnotationValue.createStringValue("name",
                field.declaringClass().name().toString().replace('$', '.') + "." + field.name()));
        return AnnotationInstance.create(property.name(), true, field, values.toArray(AnnotationValue[]::new));
    }

    /**
     * @param packageName the package of a class
     * @return whether the class can set it
     */
    public boolean isAccessibleFrom(String packageName) {
        return Accessible.from(packageName, info.flags(), info.declaringClass());
    }

    /**
     * @return whether it belongs to no instance, or can't be set
     */
    public boolean isStaticOrFinal() {
        return Modifier.isStatic(info.flags()) || Modifier.isFinal(info.flags());
    }
}
