package io.quarkiverse.flamingock.spi;

import java.util.Objects;

/**
 * One call of a change's code.
 *
 * @param service the application, as the audit store knows it
 * @param changeId the id of the change
 * @param checksum the checksum of its code
 * @param token the fencing token that the run holds for the target system
 * @param transactional whether to run it in a transaction and leave a marker
 * @param seen the marker of this change that was read behind the raised fence, null where there was none. A transaction
 *        replaces that one only: where it meets another, the read was out of date, and it ends with
 *        {@link Outcome#otherMarker}
 */
public record ChangeCall(String service, String changeId, String checksum, long token, boolean transactional, Marker seen) {

    /**
     * A call of a change of which no marker was there.
     *
     * @param service the application, as the audit store knows it
     * @param changeId the id of the change
     * @param checksum the checksum of its code
     * @param token the fencing token that the run holds for the target system
     * @param transactional whether to run it in a transaction and leave a marker
     */
    public ChangeCall(String service, String changeId, String checksum, long token, boolean transactional) {
        this(service, changeId, checksum, token, transactional, null);
    }

    /**
     * @param found the marker that is there, null where there is none
     * @return whether it is the one that was seen
     */
    public boolean saw(Marker found) {
        return Objects.equals(seen, found);
    }
}
