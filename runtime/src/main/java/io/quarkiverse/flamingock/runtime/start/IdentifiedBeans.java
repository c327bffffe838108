package io.quarkiverse.flamingock.runtime.start;

import java.lang.annotation.Annotation;

import jakarta.enterprise.inject.Any;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.smallrye.common.annotation.Identifier;

/**
 * Finds beans by their {@code @Identifier}. It compares the identifiers itself: CDI would do so by reflection, at every start.
 */
final class IdentifiedBeans {

    private IdentifiedBeans() {
    }

    /** Makes no other bean than the one that is found; null where there is none. */
    static <T> T find(Class<T> type, String identifier) {
        for (InstanceHandle<T> handle : Arc.container().select(type, Any.Literal.INSTANCE).handles()) {
            for (Annotation qualifier : handle.getBean().getQualifiers()) {
                if (qualifier instanceof Identifier named && named.value().equals(identifier)) {
                    return handle.get();
                }
            }
        }
        return null;
    }

    /** All beans of a type, whatever their qualifiers. */
    static <T> Iterable<T> all(Class<T> type) {
        return Arc.container().select(type, Any.Literal.INSTANCE);
    }
}
