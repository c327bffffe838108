package io.quarkiverse.flamingock.deployment.outside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.outside.CallGraph.Step;

/**
 * The way through the code of one change, from all of its methods: one can leave in a field what another one calls.
 */
final class Walk {

    private final Set<DotName> own;
    private final Around around;
    private final Set<Step> seen = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private final Set<Overriding> waiting = new LinkedHashSet<>();

    /**
     * @param own the classes that belong to the change
     * @param around the objects that its code can meet
     */
    Walk(Set<DotName> own, Around around) {
        this.own = own;
        this.around = around;
        own.forEach(around::made);
    }

    /** What is called on an object of a class, of which none can be met so far. */
    private record Overriding(DotName type, Step step) {
    }

    Around around() {
        return around;
    }

    void to(Step step) {
        open.add(step);
    }

    /** To what a method calls. */
    void on(Step from, DotName type, String signature) {
        open.add(next(from, type, signature));
    }

    /** To what a method calls where that is called on an object of a class, once such an object can be met. */
    void onWhere(DotName object, Step from, DotName type, String signature) {
        waiting.add(new Overriding(object, next(from, type, signature)));
    }

    private Step next(Step from, DotName type, String signature) {
        return new Step(type, signature, own.contains(type) ? 0 : from.distance() + 1);
    }

    /** The next one that was not seen yet; null where there is none. */
    Step poll() {
        waiting.removeIf(overriding -> around.has(overriding.type()) && open.add(overriding.step()));
        Step step = open.poll();
        while (step != null && !seen.add(new Step(step.type(), step.signature(), 0))) {
            step = open.poll();
        }
        return step;
    }
}
