package io.quarkiverse.flamingock.result;

import java.time.Instant;

/**
 * Which events to read, the newest first.
 *
 * @param changeId only events of this change, null for all
 * @param since only events at or after this moment of the store's clock, null for all
 * @param limit how many events at most; at least 1
 */
public record HistoryQuery(String changeId, Instant since, int limit) {

    public HistoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
        }
    }

    /**
     * @param limit how many events at most
     * @return the newest events of all changes
     */
    public static HistoryQuery newest(int limit) {
        return new HistoryQuery(null, null, limit);
    }

    /**
     * @param changeId the id of a change
     * @return its newest 1000 events
     */
    public static HistoryQuery ofChange(String changeId) {
        return new HistoryQuery(changeId, null, 1000);
    }
}
