package io.quarkiverse.flamingock.runtime.engine.record;

import java.time.Duration;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.RecordedChange;
import io.quarkiverse.flamingock.result.RecordedExecution;
import io.quarkiverse.flamingock.result.RecordedProcess;
import io.quarkiverse.flamingock.result.Settlement;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.engine.text.EventText;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * Makes the audit events of one run.
 *
 * @param executionId the run
 * @param identity who runs
 */
public record Events(String executionId, Identity identity) {

    /**
     * What differs from execution to execution.
     *
     * @param change the change
     * @param attempt the number of the execution
     * @param interruptions how many before it ended in a row without an outcome
     * @param token the token of the lock
     * @param transactional whether it takes part in a transaction of the target system
     * @param seen its marker that was read behind the raised fence, null where there was none
     */
    public record Of(ChangeDescriptor change, int attempt, int interruptions, long token, boolean transactional,
            Marker seen) {

        /**
         * @return the one after it
         */
        public Of next() {
            return new Of(change, attempt + 1, 0, token, transactional, seen);
        }

        /**
         * @return the same one, as one without a transaction
         */
        public Of withoutTransaction() {
            return new Of(change, attempt, interruptions, token, false, seen);
        }
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @return the event
     */
    public AuditEvent event(Of execution, ChangeState state) {
        return event(execution, state, null, null);
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @param duration how long it took, may be null
     * @param error its error, may be null
     * @return the event
     */
    public AuditEvent event(Of execution, ChangeState state, Duration duration, String error) {
        return event(execution, state, duration, error, execution.change.checksum(), null);
    }

    /**
     * @param execution the execution that settles
     * @param state what an earlier execution has come to
     * @param checksum the checksum of the code that ran then
     * @param resolvedBy what settles it
     * @param resolvedToken the token of the earlier execution
     * @return an event that settles what an earlier execution left open
     */
    public AuditEvent settled(Of execution, ChangeState state, String checksum, String resolvedBy, long resolvedToken) {
        return event(execution, state, null, null, checksum,
                new Settlement(fit(AuditField.RESOLVED_BY, resolvedBy), resolvedToken));
    }

    private AuditEvent event(Of execution, ChangeState state, Duration duration, String error, String checksum,
            Settlement settlement) {
        ChangeDescriptor change = execution.change;
        return new AuditEvent(0, null, state,
                new RecordedChange(change.id(), fit(AuditField.CHANGE_ORDER, change.order()),
                        fit(AuditField.AUTHOR, change.author()), fit(AuditField.DESCRIPTION, change.description()),
                        fit(AuditField.SOURCE, change.source()), change.targetSystem(), change.recovery(),
                        fit(AuditField.CHECKSUM, checksum)),
                new RecordedExecution(executionId, execution.attempt, execution.interruptions, execution.transactional,
                        execution.token, duration, fit(AuditField.ERROR, error)),
                new RecordedProcess(fit(AuditField.EXECUTED_BY, identity.user()), fit(AuditField.HOST, identity.host()),
                        fit(AuditField.APPLICATION_VERSION, identity.applicationVersion()),
                        fit(AuditField.TAG, identity.tag())),
                settlement, null);
    }

    private static String fit(AuditField field, String text) {
        return EventText.fit(text, field.length());
    }
}
