package io.quarkiverse.flamingock.result;

/**
 * What resolving an issue recorded.
 *
 * @param changeId the id of the change
 * @param before the state that the change had
 * @param after the state that was recorded
 * @param nextRun what the next run will do with the change
 */
public record FixResult(String changeId, ChangeState before, ChangeState after, PlannedAction nextRun) {
}
