package io.quarkiverse.flamingock;

/**
 * The execution that is running; may be a parameter of any change.
 *
 * @param changeId the id of the change
 * @param executionId the run that executes it; the same for all changes of one start
 * @param attempt 1 for the first execution of this change, then growing by one
 * @param targetSystemId the target system that the change is applied to
 * @param fencingToken the ever-growing number that proves the right to change the target system; pass it to systems that
 *        can compare it
 * @param idempotencyKey the same for every attempt of this change, different for every other change; pass it to systems
 *        that drop repeated requests
 */
public record ChangeContext(String changeId, String executionId, int attempt, String targetSystemId, long fencingToken,
        String idempotencyKey) {
}
