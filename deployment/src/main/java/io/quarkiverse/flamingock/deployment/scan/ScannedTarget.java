package io.quarkiverse.flamingock.deployment.scan;

import java.util.List;

/**
 * What {@code @TargetSystem} says, in one of its two ways; nothing of it is checked yet.
 *
 * @param value the id in {@code @TargetSystem("…")}; empty where it is missing
 * @param id the id in {@code @TargetSystem(id = "…")}; empty where it is missing
 * @param also the ids in {@code also}, as they are written
 */
public record ScannedTarget(String value, String id, List<String> also) {

    public ScannedTarget {
        also = List.copyOf(also);
    }

    /**
     * @return whether it names two target systems
     */
    public boolean isContradictory() {
        return !value.isEmpty() && !id.isEmpty() && !value.equals(id);
    }

    /**
     * @return the id, whichever way it is written; empty where there is none, or more than one
     */
    public String name() {
        if (isContradictory()) {
            return "";
        }
        return value.isEmpty() ? id : value;
    }
}
