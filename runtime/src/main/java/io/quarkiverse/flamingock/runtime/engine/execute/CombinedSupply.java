package io.quarkiverse.flamingock.runtime.engine.execute;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.spi.Supply;

/**
 * What the target systems of one change offer together. A parameter that is named as one of them gets what that one supplies;
 * any other, what the first supplies that has it.
 */
final class CombinedSupply implements Supply {

    /**
     * @param target the id of the target system
     * @param supply what it offers
     */
    private record Part(String target, Supply supply) {
    }

    private final List<Part> parts = new ArrayList<>();
    private Part giver;
    private boolean byId;

    /** The first target system joins last, when the others are there. */
    void addFirst(String target, Supply supply) {
        parts.add(0, new Part(target, supply));
    }

    void add(String target, Supply supply) {
        parts.add(new Part(target, supply));
    }

    @Override
    public Object find(Class<?> type, String name) {
        for (Part part : parts) {
            if (part.target().equals(name)) {
                Object value = given(part, type, null, true);
                if (value != null) {
                    return value;
                }
            }
        }
        for (Part part : parts) {
            Object value = given(part, type, name, false);
            if (value != null) {
                return value;
            }
        }
        giver = null;
        return null;
    }

    private Object given(Part part, Class<?> type, String name, boolean named) {
        giver = part;
        byId = named;
        return part.supply().find(type, name);
    }

    /** Asked after {@link #find}, of what that has given. */
    @Override
    public boolean watches(Class<?> type, String name) {
        return giver != null && giver.supply().watches(type, byId ? null : name);
    }

    @Override
    public void complete() throws Exception {
        for (Part part : parts) {
            part.supply().complete();
        }
    }
}
