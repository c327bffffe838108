package io.quarkiverse.flamingock.spi;

/**
 * One call of a change's code.
 *
 * @param service the application, as the audit store knows it
 * @param changeId the id of the change
 * @param checksum the checksum of its code
 * @param token the fencing token that the run holds for the target system
 * @param transactional whether to run it in a transaction and leave a marker
 */
public record ChangeCall(String service, String changeId, String checksum, long token, boolean transactional) {
}
