package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.EventLimits;

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
        return event(execution, state, duration, error, execution.change.checksum(), null, null);
    }

    /** An event that settles what an earlier execution left open. */
    AuditEvent settled(Of execution, ChangeState state, String checksum, String resolvedBy, long resolvedToken) {
        return event(execution, state, null, null, checksum, resolvedBy, resolvedToken);
    }

    private AuditEvent event(Of execution, ChangeState state, Duration duration, String error, String checksum,
            String resolvedBy, Long resolvedToken) {
        ChangeDescriptor change = execution.change;
        return new AuditEvent(0, executionId, execution.attempt, change.id(), state, change.targetSystem(),
                text(change.order()), text(change.author()), EventText.fit(change.description(), EventLimits.DESCRIPTION),
                EventText.fit(change.source(), EventLimits.SOURCE), execution.transactional, change.recovery(),
                execution.token, null, duration, EventText.fit(error, EventLimits.ERROR), text(identity.user()),
                text(identity.host()), text(identity.applicationVersion()), text(identity.tag()), text(checksum),
                EventText.fit(resolvedBy, EventLimits.RESOLVED_BY), resolvedToken, execution.interruptions, null);
    }

    private static String text(String text) {
        return EventText.fit(text, EventLimits.TEXT);
    }

    /** The event at its place in the chain. */
    static AuditEvent chained(AuditEvent e, long sequence, String previousHash) {
        return new AuditEvent(sequence, e.executionId(), e.attempt(), e.changeId(), e.state(), e.targetSystem(), e.order(),
                e.author(), e.description(), e.source(), e.transactional(), e.recovery(), e.token(), e.time(), e.duration(),
                e.error(), e.executedBy(), e.host(), e.applicationVersion(), e.tag(), e.checksum(), e.resolvedBy(),
                e.resolvedToken(), e.interruptions(), previousHash);
    }
}
