package io.quarkiverse.flamingock.runtime.engine.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.settings.OnInactive;
import io.quarkiverse.flamingock.runtime.engine.text.Listing;
import io.quarkiverse.flamingock.runtime.text.Sentence;

/**
 * Leaves out what is pending on target systems that are not active at this start, or refuses to start with it. It asks once for
 * each target system, and only for those with something pending.
 */
public final class InactiveTargets {

    private final Environment env;
    /** An empty text where it is active. */
    private final Map<String, String> reasons = new HashMap<>();

    /**
     * @param env the engine's surroundings
     */
    public InactiveTargets(Environment env) {
        this.env = env;
    }

    /**
     * @param steps a plan
     * @return the same, with those left out that can't be applied now
     */
    public List<Step> leftOut(List<Step> steps) {
        if (env.settings().policies().onInactive() == OnInactive.FAIL) {
            return steps;
        }
        return steps.stream().map(step -> inactive(step) == null ? step : step.leftOut()).toList();
    }

    /**
     * The same for a run, which says it.
     *
     * @param steps a plan
     * @return the same, with those left out that can't be applied now
     * @throws InactiveTargetSystemException when the policy is to fail
     */
    public List<Step> check(List<Step> steps) {
        List<String> changes = new ArrayList<>();
        String target = null;
        for (Step step : steps) {
            String inactive = inactive(step);
            if (inactive != null && !isToldBefore(step, inactive)) {
                target = target == null ? inactive : target;
                changes.add(step.change().id());
            }
        }
        if (target == null) {
            return leftOut(steps);
        }
        String message = "Changes are pending whose target system is not active at this start: " + Listing.some(changes) + ". "
                + Sentence.unended(reasons.get(target)) + ".";
        if (env.settings().policies().onInactive() == OnInactive.FAIL) {
            throw new InactiveTargetSystemException(
                    message + " Or let them wait for a start at which it is active: quarkus.flamingock.on-inactive=skip."
                            + (env.stage() == Stage.END_OF_START ? " Nothing of phase APPLICATION was applied."
                                    : " Nothing was applied."));
        }
        env.log().warn(message + " They are left out (quarkus.flamingock.on-inactive=skip), with what comes after a change of"
                + " several target systems among them, and stay pending.");
        return leftOut(steps);
    }

    private String inactive(Step step) {
        if (step.decision() == Decision.SKIP || step.isRemoved() && !env.pipeline().knows(step.target())) {
            return null;
        }
        for (String target : step.targets()) {
            if (mayLook(step, target) && !reason(target).isEmpty()) {
                return target;
            }
        }
        return null;
    }

    /** A bean is made by looking, and may need what is not there before the application. */
    private boolean mayLook(Step step, String target) {
        return env.stage().runs(step.change()) || env.stage().isOver(step.change()) || !env.pipeline().isBean(target);
    }

    /** At the beginning of the same start. */
    private boolean isToldBefore(Step step, String target) {
        return env.stage() == Stage.END_OF_START && (env.stage().isOver(step.change()) || !env.pipeline().isBean(target));
    }

    private String reason(String target) {
        return reasons.computeIfAbsent(target, id -> {
            String reason = env.targets().whyInactive(id);
            return reason == null ? "" : reason;
        });
    }
}
