package io.quarkiverse.flamingock.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Dependencies and properties that an application adds to a target system, for the parameters of its changes.
 */
public final class Dependencies implements Supply {

    private record Entry(String name, Object value) {
    }

    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param name the name it can be asked for by; null to be found by type alone
     * @param value the dependency
     * @return this
     */
    public Dependencies add(String name, Object value) {
        entries.add(new Entry(name, Objects.requireNonNull(value, "value")));
        return this;
    }

    @Override
    public Object find(Class<?> type, String name) {
        for (Entry entry : entries) {
            if (Objects.equals(entry.name, name) && type.isInstance(entry.value)) {
                return entry.value;
            }
        }
        return null;
    }
}
