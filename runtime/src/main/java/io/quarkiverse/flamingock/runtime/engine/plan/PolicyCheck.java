package io.quarkiverse.flamingock.runtime.engine.plan;

import java.util.List;

import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.OutOfOrderChangeException;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;

/**
 * Reports changes that were edited, reordered, or merged in before executed ones.
 */
public final class PolicyCheck {

    private final Settings settings;
    private final RunLog log;

    /**
     * @param settings what to do about them
     * @param log where to report them
     */
    public PolicyCheck(Settings settings, RunLog log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * @param steps the plan
     * @throws EditedChangeException when the policy is to fail
     * @throws OutOfOrderChangeException when the policy is to fail
     */
    public void check(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.edited() || step.reordered())) {
            String message = new Edits(settings).found(steps);
            if (settings.policies().onModified() == OnModified.FAIL) {
                throw new EditedChangeException(message
                        + "\nOr go on with a warning: quarkus.flamingock.on-modified=warn. Nothing was applied.");
            }
            log.warn(message);
        }
        List<String> incomparable = steps.stream().filter(Step::isIncomparable).map(step -> step.change().id()).toList();
        if (!incomparable.isEmpty()) {
            log.incomparable(incomparable);
        }
        List<Step> outOfOrder = steps.stream().filter(Step::outOfOrder).toList();
        if (outOfOrder.isEmpty() || settings.policies().onOutOfOrder() == OnOutOfOrder.IGNORE) {
            return;
        }
        String message = outOfOrder(outOfOrder);
        if (settings.policies().onOutOfOrder() == OnOutOfOrder.FAIL) {
            throw new OutOfOrderChangeException(message + "\nGive them an order after the executed ones, or allow it with"
                    + " quarkus.flamingock.on-out-of-order=warn. Nothing was applied.");
        }
        log.warn(message + "\nThey are applied in their place among the pending ones.");
    }

    private static String outOfOrder(List<Step> steps) {
        StringBuilder text = new StringBuilder("Pending changes order before changes that were executed already:");
        steps.forEach(step -> text.append("\n  ").append(step.change().id()).append(" (order ").append(step.change().order())
                .append(", ").append(step.change().source()).append(')'));
        return text.toString();
    }
}
