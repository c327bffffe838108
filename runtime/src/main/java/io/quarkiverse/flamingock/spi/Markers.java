package io.quarkiverse.flamingock.spi;

import java.util.Map;

/**
 * The markers of a service in one target system, read behind a raised fence.
 *
 * @param byChangeId the markers by the id of their change
 */
public record Markers(Map<String, Marker> byChangeId) {

    /** No marker. */
    public static final Markers NONE = new Markers(Map.of());

    public Markers {
        byChangeId = Map.copyOf(byChangeId);
    }

    /**
     * @param changeId the id of a change
     * @return its marker, or null
     */
    public Marker of(String changeId) {
        return byChangeId.get(changeId);
    }
}
