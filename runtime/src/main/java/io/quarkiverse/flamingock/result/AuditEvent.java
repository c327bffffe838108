package io.quarkiverse.flamingock.result;

import java.time.Duration;
import java.time.Instant;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * One line of the audit: something that happened to a change. Events are only ever appended.
 *
 * @param sequence the position among all events of the service, growing; order by it, never by time
 * @param executionId the run that wrote the event
 * @param attempt 1 for the first execution of the change, then growing by one
 * @param changeId the id of the change
 * @param state what happened
 * @param targetSystem the id of the target system
 * @param order the order of the change then
 * @param author who answers for the change
 * @param description what the change does; may be empty
 * @param source the class or file that the change came from
 * @param transactional whether the execution took part in a transaction of the target system
 * @param recovery the strategy in the code then
 * @param token the fencing token that the writer held
 * @param time when, by the clock of the audit store; null until it is stored
 * @param duration how long the step took, null where that has no meaning
 * @param error the error, redacted and cut; null if there is none
 * @param executedBy the operating system's user, or the operator of a manual resolution
 * @param host where the process ran
 * @param applicationVersion the version of the application
 * @param tag the release tag
 * @param checksum the checksum of the change's code
 * @param resolvedBy what settled an open outcome: {@code MARKER}, {@code PROBE}, or {@code OPERATOR} with the reason given;
 *        null if nothing did
 * @param resolvedToken the fencing token of the execution that was settled; null if nothing was
 * @param interruptions how many executions before this one ended in a row without recording an outcome
 * @param previousHash the hash of the event before, with the name of its algorithm in front; null for the first event
 */
public record AuditEvent(long sequence, String executionId, int attempt, String changeId, ChangeState state,
        String targetSystem, String order, String author, String description, String source, boolean transactional,
        RecoveryStrategy recovery, long token, Instant time, Duration duration, String error, String executedBy, String host,
        String applicationVersion, String tag, String checksum, String resolvedBy, Long resolvedToken, int interruptions,
        String previousHash) {
}
