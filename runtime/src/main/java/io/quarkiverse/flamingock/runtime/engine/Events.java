package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;

/**
 * Makes the audit events of one run.
 *
 * @param executionId the run
 * @param identity who runs
 */
record Events(String executionId, Identity identity) {

    /** What differs from event to event of one execution. */
    record Of(ChangeDescriptor change, int attempt, long token, boolean transactional) {
    }

    AuditEvent event(Of execution, ChangeState state) {
        return event(execution, state, null, null, null);
    }

    AuditEvent event(Of execution, ChangeState state, Duration duration, String error, String resolvedBy) {
        ChangeDescriptor change = execution.change;
        return new AuditEvent(0, executionId, execution.attempt, change.id(), state, change.targetSystem(), change.order(),
                change.author(), change.description(), change.source(), execution.transactional, change.recovery(),
                execution.token, null, duration, error, identity.user(), identity.host(), identity.applicationVersion(),
                identity.tag(), change.checksum(), resolvedBy);
    }

    static AuditEvent withSequence(AuditEvent e, long sequence) {
        return new AuditEvent(sequence, e.executionId(), e.attempt(), e.changeId(), e.state(), e.targetSystem(), e.order(),
                e.author(), e.description(), e.source(), e.transactional(), e.recovery(), e.token(), e.time(), e.duration(),
                e.error(), e.executedBy(), e.host(), e.applicationVersion(), e.tag(), e.checksum(), e.resolvedBy());
    }
}
