package io.quarkiverse.flamingock.runtime.injection;

import java.lang.annotation.Annotation;

import jakarta.enterprise.inject.literal.NamedLiteral;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableInstance;

/**
 * Looks up a bean by type and name, for parameters of changes whose target system is a bean and did not supply them.
 */
final class CdiLookup {

    private CdiLookup() {
    }

    static boolean canFind(Class<?> type, String name) {
        return select(type, name).isResolvable();
    }

    static Object find(Class<?> type, String name) {
        InjectableInstance<?> instance = select(type, name);
        return instance.isResolvable() ? instance.get() : null;
    }

    private static InjectableInstance<?> select(Class<?> type, String name) {
        return Arc.container().select(type, name == null ? new Annotation[0] : new Annotation[] { NamedLiteral.of(name) });
    }
}
