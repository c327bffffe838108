package io.quarkiverse.flamingock.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.MethodInfo;

/**
 * A method or constructor of a change.
 *
 * @param info the method; it may be declared by a superclass of the change
 * @param parameters its parameters
 */
public record ScannedMethod(MethodInfo info, List<ScannedParameter> parameters) {

    static ScannedMethod of(MethodInfo method) {
        List<ScannedParameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.parametersCount(); i++) {
            String name = method.parameterName(i);
            parameters.add(new ScannedParameter(i, name == null ? "arg" + i : name, method.parameterType(i),
                    annotations(method, i)));
        }
        return new ScannedMethod(method, List.copyOf(parameters));
    }

    private static List<AnnotationInstance> annotations(MethodInfo method, int position) {
        List<AnnotationInstance> annotations = new ArrayList<>();
        for (AnnotationInstance annotation : method.annotations()) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER
                    && annotation.target().asMethodParameter().position() == position) {
                annotations.add(annotation);
            }
        }
        return List.copyOf(annotations);
    }

    /**
     * @return its name and the types of its parameters, which is what makes two methods override each other
     */
    String signature() {
        return info.name() + info.parameterTypes().stream().map(type -> type.name().toString()).toList();
    }

    /**
     * @return the name in the code
     */
    public String name() {
        return info.name();
    }

    /**
     * @return whether only its own class can call it
     */
    public boolean isPrivate() {
        return Modifier.isPrivate(info.flags());
    }

    /**
     * @param packageName the package of a class
     * @return whether the class can call it
     */
    public boolean isAccessibleFrom(String packageName) {
        return Accessible.from(packageName, info.flags(), info.declaringClass());
    }

    /**
     * @return whether it needs no instance
     */
    public boolean isStatic() {
        return Modifier.isStatic(info.flags());
    }

    /**
     * @return whether it has no code
     */
    public boolean isAbstract() {
        return Modifier.isAbstract(info.flags());
    }
}
