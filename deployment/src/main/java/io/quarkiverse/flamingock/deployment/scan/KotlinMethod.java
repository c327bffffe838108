package io.quarkiverse.flamingock.deployment.scan;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * What the Kotlin compiler makes of a function that Java has not.
 *
 * @param info the method
 */
public record KotlinMethod(MethodInfo info) {

    private static final DotName CONTINUATION = DotName.createSimple("kotlin.coroutines.Continuation");

    /**
     * @return whether it is a {@code suspend} function, which gets one parameter more: what goes on when it has its result
     */
    public boolean isSuspend() {
        int parameters = info.parametersCount();
        return parameters > 0 && info.parameterType(parameters - 1).name().equals(CONTINUATION);
    }

    /**
     * @return whether it has default arguments: they are in a method beside it, which only Kotlin calls
     */
    public boolean hasDefaultArguments() {
        return info.declaringClass().methods().stream()
                .anyMatch(other -> other.isSynthetic() && other.name().equals(info.name() + "$default"));
    }
}
