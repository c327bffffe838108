package io.quarkiverse.flamingock.deployment;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.injection.Supplied;
import io.quarkiverse.flamingock.runtime.pipeline.Argument.Source;

/**
 * What a constructor parameter asks the running execution for.
 *
 * @param type its type, primitives as their wrappers
 * @param name the value of its {@code @Named}, empty without
 * @param orCdi whether CDI is asked too
 */
record SuppliedParameter(Type type, String name, boolean orCdi) {

    private static final DotName SUPPLIED = DotName.createSimple(Supplied.class);

    static SuppliedParameter of(ScannedParameter parameter, Source source) {
        String name = Qualifiers.name(parameter);
        return new SuppliedParameter(ParameterSources.boxed(parameter.type()), name == null ? "" : name,
                source == Source.TARGET_OR_CDI);
    }

    /**
     * @return the same for equal parameters, whatever annotations their types carry
     */
    String key() {
        return type.descriptor() + type + "|" + name + "|" + orCdi;
    }

    /**
     * @param target the parameter; null for a bean
     * @return the qualifier that ties parameter and bean together
     */
    AnnotationInstance qualifier(AnnotationTarget target) {
        return AnnotationInstance.create(SUPPLIED, true, target, new AnnotationValue[] {
                AnnotationValue.createStringValue("name", name), AnnotationValue.createBooleanValue("orCdi", orCdi) });
    }
}
