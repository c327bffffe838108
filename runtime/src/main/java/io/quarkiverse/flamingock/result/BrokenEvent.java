package io.quarkiverse.flamingock.result;

/**
 * An audit event that is not as it was written.
 *
 * @param sequence its sequence
 * @param changeId the id of its change; null where the event itself is missing
 * @param problem what was found, as a sentence
 */
public record BrokenEvent(long sequence, String changeId, String problem) {
}
