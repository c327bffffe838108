package io.quarkiverse.flamingock.result;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param executionId the run; null where nothing was pending
 * @param applied ids of the changes that were applied, in order
 * @param resolved ids of the changes whose open outcome was settled by a marker, in order
 * @param skipped number of changes that were applied before
 * @param blocked ids of the changes that were left out because of an issue or a failure ({@code on-issue=continue})
 * @param duration how long the run took
 */
public record ApplyResult(String executionId, List<String> applied, List<String> resolved, int skipped, List<String> blocked,
        Duration duration) {

    public ApplyResult {
        applied = List.copyOf(applied);
        resolved = List.copyOf(resolved);
        blocked = List.copyOf(blocked);
    }
}
