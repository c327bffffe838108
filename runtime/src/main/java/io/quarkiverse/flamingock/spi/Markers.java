package io.quarkiverse.flamingock.spi;

import java.util.Map;

/**
 * The markers of a service in one target system, read behind a raised fence. Where markers are kept, one that is missing
 * proves that a transactional execution was not applied; where none are kept it proves nothing.
 *
 * @param kept whether every transactional execution leaves a marker that commits together with its work
 * @param byChangeId the markers by the id of their change
 */
public record Markers(boolean kept, Map<String, Marker> byChangeId) {

    /** Markers are kept, and there is none of this service: none of its transactional executions was applied. */
    public static final Markers EMPTY = kept(Map.of());

    /** The target system keeps no markers, and so can prove nothing. */
    public static final Markers NOT_KEPT = new Markers(false, Map.of());

    public Markers {
        byChangeId = Map.copyOf(byChangeId);
        if (!kept && !byChangeId.isEmpty()) {
            throw new IllegalArgumentException("There are markers where none are kept: " + byChangeId.keySet());
        }
    }

    /**
     * @param byChangeId the markers by the id of their change; may be empty
     * @return the markers of a target system in which every transactional execution leaves one
     */
    public static Markers kept(Map<String, Marker> byChangeId) {
        return new Markers(true, byChangeId);
    }

    /**
     * @param changeId the id of a change
     * @return its marker, or null
     */
    public Marker of(String changeId) {
        return byChangeId.get(changeId);
    }
}
