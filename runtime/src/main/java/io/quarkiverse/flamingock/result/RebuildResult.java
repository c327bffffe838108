package io.quarkiverse.flamingock.result;

import java.util.List;

/**
 * What could be recorded again after the audit store was lost.
 *
 * @param executed the changes that a marker or a probe proves to be applied; they are recorded as executed
 * @param undecided the changes without transaction of which nothing is proven; they are recorded as failed, so that their
 *        recovery strategy decides
 */
public record RebuildResult(List<String> executed, List<String> undecided) {

    public RebuildResult {
        executed = List.copyOf(executed);
        undecided = List.copyOf(undecided);
    }
}
