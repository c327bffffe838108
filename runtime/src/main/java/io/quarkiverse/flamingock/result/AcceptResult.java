package io.quarkiverse.flamingock.result;

/**
 * What accepting an edit recorded.
 *
 * @param changeId the id of the change
 * @param before its checksum as it was recorded; may be null
 * @param after the checksum of today's code, which is recorded now
 * @param orderBefore its order as it was recorded
 * @param orderAfter its order in today's code, which is recorded now
 * @param warning what could not be done beside that, and what follows; null where nothing was left out
 */
public record AcceptResult(String changeId, String before, String after, String orderBefore, String orderAfter,
        String warning) {
}
