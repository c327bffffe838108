package io.quarkiverse.flamingock.runtime.engine.apply;

import java.util.HashSet;
import java.util.Set;

import io.quarkiverse.flamingock.runtime.engine.plan.Step;

/**
 * Target systems on which nothing more is applied in this run, because a change before has an issue or has failed. A change
 * over several systems that is left out blocks all of them: what comes after it on any may build on it.
 */
final class Blocked {

    private final Set<String> targets = new HashSet<>();

    boolean holds(Step step) {
        return step.targets().stream().anyMatch(targets::contains);
    }

    void add(Step step) {
        targets.addAll(step.targets());
    }
}
