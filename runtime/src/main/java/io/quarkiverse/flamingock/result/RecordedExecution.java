package io.quarkiverse.flamingock.result;

import java.time.Duration;

/**
 * What an audit event keeps of the execution that it tells of.
 *
 * @param id the run that wrote the event
 * @param attempt 1 for the first execution of the change, then growing by one
 * @param interruptions how many executions before this one ended in a row without recording an outcome
 * @param transactional whether it took part in a transaction of the target system
 * @param token the fencing token that the writer held
 * @param duration how long the step took, null where that has no meaning
 * @param error the error, redacted and cut; null if there is none
 */
public record RecordedExecution(String id, int attempt, int interruptions, boolean transactional, long token,
        Duration duration, String error) {
}
