package io.quarkiverse.flamingock.result;

import java.util.List;

/**
 * What a baseline recorded.
 *
 * @param executed the ids of the changes that are recorded as executed now, in execution order; none of them was run
 * @param skipped the ids of the changes that were recorded as executed already, in execution order
 * @param warning what could not be done beside that, and what follows; null where nothing was left out
 */
public record BaselineResult(List<String> executed, List<String> skipped, String warning) {

    public BaselineResult {
        executed = List.copyOf(executed);
        skipped = List.copyOf(skipped);
    }
}
