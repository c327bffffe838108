package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.OutOfOrderChangeException;

/**
 * Reports changes that were edited, reordered, or merged in before executed ones.
 */
final class PolicyCheck {

    private final Settings settings;
    private final RunLog log;

    PolicyCheck(Settings settings, RunLog log) {
        this.settings = settings;
        this.log = log;
    }

    void check(List<Step> steps) {
        List<Step> edited = steps.stream().filter(Step::edited).toList();
        List<Step> reordered = steps.stream().filter(Step::reordered).toList();
        if (!edited.isEmpty() || !reordered.isEmpty()) {
            String message = Messages.edited(edited, reordered);
            if (settings.policies().onModified() == OnModified.FAIL) {
                throw new EditedChangeException(message
                        + "\nOr accept it with quarkus.flamingock.on-modified=warn. Nothing was applied.");
            }
            log.warn(message);
        }
        List<Step> outOfOrder = steps.stream().filter(Step::outOfOrder).toList();
        if (outOfOrder.isEmpty() || settings.policies().onOutOfOrder() == OnOutOfOrder.IGNORE) {
            return;
        }
        String message = Messages.outOfOrder(outOfOrder);
        if (settings.policies().onOutOfOrder() == OnOutOfOrder.FAIL) {
            throw new OutOfOrderChangeException(message + "\nGive them an order after the executed ones, or allow it with"
                    + " quarkus.flamingock.on-out-of-order=warn. Nothing was applied.");
        }
        log.warn(message + "\nThey are applied in their place among the pending ones.");
    }
}
