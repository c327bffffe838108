package io.quarkiverse.flamingock.result;

import java.time.Instant;

/**
 * One line of the audit: something that happened to a change. Events are only ever appended.
 * <p>
 * Who stores events or makes them from what was stored goes by {@link io.quarkiverse.flamingock.spi.AuditField}, so that a
 * value that is added later breaks nobody.
 *
 * @param sequence the position among all events of the service, growing; order by it, never by time
 * @param time when, by the clock of the audit store; null until it is stored
 * @param state what happened
 * @param change the change, as it was in the code then
 * @param execution the execution of the change that the event tells of
 * @param process who wrote the event
 * @param settlement what settled an open outcome; null if nothing did
 * @param previousHash the hash of the event before, with the name of its algorithm in front; null for the first event
 */
public record AuditEvent(long sequence, Instant time, ChangeState state, RecordedChange change, RecordedExecution execution,
        RecordedProcess process, Settlement settlement, String previousHash) {

    /**
     * @return the id of the change
     */
    public String changeId() {
        return change.id();
    }

    /**
     * @return the id of the target system
     */
    public String targetSystem() {
        return change.targetSystem();
    }

    /**
     * @return 1 for the first execution of the change, then growing by one
     */
    public int attempt() {
        return execution.attempt();
    }

    /**
     * @return the fencing token that the writer held
     */
    public long token() {
        return execution.token();
    }

    /**
     * @return the error, redacted and cut; null if there is none
     */
    public String error() {
        return execution.error();
    }

    /**
     * @param sequence its position
     * @param previousHash the hash of the event before; null for the first event
     * @return this event at its place in the ledger
     */
    public AuditEvent at(long sequence, String previousHash) {
        return new AuditEvent(sequence, time, state, change, execution, process, settlement, previousHash);
    }
}
