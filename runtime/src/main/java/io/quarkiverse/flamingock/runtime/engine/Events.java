package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.RecordedChange;
import io.quarkiverse.flamingock.result.RecordedExecution;
import io.quarkiverse.flamingock.result.RecordedProcess;
import io.quarkiverse.flamingock.result.Settlement;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * Makes the audit events of one run.
 *
 * @param executionId the run
 * @param identity who runs
 */
record Events(String executionId, Identity identity) {

    /** What differs from execution to execution. */
    record Of(ChangeDescriptor change, int attempt, int interruptions, long token, boolean transactional) {

        Of next() {
            return new Of(change, attempt + 1, 0, token, transactional);
        }

        Of withoutTransaction() {
            return new Of(change, attempt, interruptions, token, false);
        }
    }

    AuditEvent event(Of execution, ChangeState state) {
        return event(execution, state, null, null);
    }

    AuditEvent event(Of execution, ChangeState state, Duration duration, String error) {
        return event(execution, state, duration, error, execution.change.checksum(), null);
    }

    /** An event that settles what an earlier execution left open. */
    AuditEvent settled(Of execution, ChangeState state, String checksum, String resolvedBy, long resolvedToken) {
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
