package io.quarkiverse.flamingock.result;

/**
 * What resolving an issue recorded.
 *
 * @param changeId the id of the change
 * @param before the state that the change had; null where nothing was recorded of it
 * @param after the state that was recorded
 * @param nextRun what the next run will do with the change; null where it is no longer in the application, so that no run does
 *        anything with it
 * @param warning what could not be done beside that, and what follows; null where nothing was left out
 */
public record FixResult(String changeId, ChangeState before, ChangeState after, PlannedAction nextRun, String warning) {
}
