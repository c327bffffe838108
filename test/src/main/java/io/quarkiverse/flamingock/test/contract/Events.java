package io.quarkiverse.flamingock.test.contract;

import java.time.Duration;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.RecordedChange;
import io.quarkiverse.flamingock.result.RecordedExecution;
import io.quarkiverse.flamingock.result.RecordedProcess;
import io.quarkiverse.flamingock.result.Settlement;

/**
 * Events for tests.
 */
public final class Events {

    private Events() {
    }

    /**
     * @param sequence its sequence
     * @param changeId the id of a change
     * @param state what happened to it
     * @return an event without an error
     */
    public static AuditEvent event(long sequence, String changeId, ChangeState state) {
        return event(sequence, changeId, state, null);
    }

    /**
     * @param sequence its sequence
     * @param changeId the id of a change
     * @param state what happened to it
     * @param error its error, may be null
     * @return an event
     */
    public static AuditEvent event(long sequence, String changeId, ChangeState state, String error) {
        return new AuditEvent(sequence, null, state,
                new RecordedChange(changeId, "20250923_01", "inventory-team", "adds a column",
                        "com.acme._20250923_01_AddColumn", "inventory", RecoveryStrategy.ALWAYS_RETRY, "c0ffee"),
                new RecordedExecution("run-1", 2, 3, true, 7, Duration.ofNanos(1_234_567_891L), error),
                new RecordedProcess("duke", "host-1", "1.2.3", "v1.2.3"), new Settlement("MARKER", 6), "sha256:beef");
    }
}
