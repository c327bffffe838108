package io.quarkiverse.flamingock.runtime.injection;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the code of a change is given and can have no effect through: numbers, texts, times, and collections of these, as
 * configuration properties are.
 */
final class Values {

    private Values() {
    }

    /**
     * @param value what is given, may be null
     * @return whether nothing outside of this process can be changed through it
     */
    static boolean isValue(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() || isValue(optional.get());
        }
        if (value instanceof Collection<?> collection) {
            return areValues(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return areValues(map.keySet()) && areValues(map.values());
        }
        return value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                || value instanceof Character || value instanceof Enum || value instanceof Class
                || value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof UUID
                || value instanceof URI || value instanceof Locale || value instanceof Charset;
    }

    private static boolean areValues(Collection<?> values) {
        for (Object value : values) {
            if (!isValue(value)) {
                return false;
            }
        }
        return true;
    }
}
