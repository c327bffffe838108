package org.acme.faults;

import java.time.Instant;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * A line of the audit, as it is in the database.
 */
record Event(long sequence, String changeId, ChangeState state, int attempt, long token, String target, String order,
        Instant at, String error, String resolvedBy, String executionId) {

    boolean is(String change, ChangeState which) {
        return state == which && changeId.equals(change);
    }
}
