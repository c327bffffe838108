package io.quarkiverse.flamingock.spi;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * The last event of a change, as far as planning needs it.
 *
 * @param changeId the id of the change
 * @param state its last state
 * @param attempt its last attempt
 * @param token the fencing token of the last event
 * @param targetSystem the target system of the last event
 * @param order the order of the change then
 * @param checksum the checksum of the change's code then
 * @param transactional whether the last execution took part in a transaction of the target system
 * @param sequence the sequence of the last event
 * @param error its error, or null
 * @param interruptions how many executions before the last one ended in a row without recording an outcome
 */
public record StateRow(String changeId, ChangeState state, int attempt, long token, String targetSystem, String order,
        String checksum, boolean transactional, long sequence, String error, int interruptions) {
}
