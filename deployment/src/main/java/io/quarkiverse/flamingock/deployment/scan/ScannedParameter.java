package io.quarkiverse.flamingock.deployment.scan;

import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Type;

/**
 * A parameter of a change's method or constructor.
 *
 * @param position counted from 0
 * @param name its name in the code, or {@code arg0} and so on where the class was compiled without names
 * @param type its type
 * @param annotations the annotations on it
 */
public record ScannedParameter(int position, String name, Type type, List<AnnotationInstance> annotations) {
}
