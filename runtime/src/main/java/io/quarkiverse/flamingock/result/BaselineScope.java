package io.quarkiverse.flamingock.result;

import java.util.List;

/**
 * Which changes are there already although they were never run here: all up to an order, or some by id.
 *
 * @param toOrder the order of the last one of them; null where they are named
 * @param changeIds their ids; empty where they are those up to an order
 */
public record BaselineScope(String toOrder, List<String> changeIds) {

    public BaselineScope {
        changeIds = List.copyOf(changeIds);
        if ((toOrder == null) == changeIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "A baseline needs either an order or ids of changes, but has the order " + toOrder
                            + " and the ids " + changeIds);
        }
    }

    /**
     * @param order the order of a change of the application
     * @return all changes up to that one, itself among them
     */
    public static BaselineScope to(String order) {
        return new BaselineScope(order, List.of());
    }

    /**
     * @param changeIds ids of changes of the application, at least one
     * @return these changes
     */
    public static BaselineScope of(String... changeIds) {
        return new BaselineScope(null, List.of(changeIds));
    }
}
