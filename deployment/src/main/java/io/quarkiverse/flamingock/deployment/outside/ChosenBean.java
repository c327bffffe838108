package io.quarkiverse.flamingock.deployment.outside;

import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Type;

/**
 * Knows what CDI would inject.
 */
@FunctionalInterface
public interface ChosenBean {

    /**
     * @param type the type of a field or parameter
     * @param annotations what stands on it
     * @return the name of the class of the only bean that matches; null where there is none such, or it is not made by CDI
     */
    String of(Type type, List<AnnotationInstance> annotations);
}
