package io.quarkiverse.flamingock.spi;

/**
 * A row in the target system itself, written in the transaction of a change.
 *
 * @param changeId the id of the change
 * @param token the fencing token of the execution that wrote it
 * @param checksum the checksum of the code that ran
 * @param state how far the execution came
 */
public record Marker(String changeId, long token, String checksum, State state) {

    /** How far an execution came. */
    public enum State {
        /** Visible only where the database committed in the middle of the change: a part of it is there. */
        IN_PROGRESS,
        /** The whole change is there. */
        APPLIED
    }
}
