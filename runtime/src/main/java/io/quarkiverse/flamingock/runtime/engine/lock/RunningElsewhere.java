package io.quarkiverse.flamingock.runtime.engine.lock;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What another instance is just applying. Read without the lock it looks like an issue; as long as somebody holds that, it is
 * for them to say how it ends.
 *
 * @param env the engine's surroundings
 * @param planner tells what would be an issue
 */
public record RunningElsewhere(Environment env, Planner planner) {

    /** How often it is looked again where something has ended meanwhile. */
    private static final int LOOKS = 10;

    /**
     * What is known without the lock.
     *
     * @param snapshot what the audit store knows
     * @param steps the plan, where what is running is waited for
     */
    public record Look(Snapshot snapshot, List<Step> steps) {
    }

    /**
     * Looks without waiting.
     *
     * @return what is known now
     */
    public Look look() {
        Snapshot snapshot = env.snapshot();
        for (int look = 1;; look++) {
            List<Step> steps = planner.plan(snapshot);
            Set<String> begun = new TreeSet<>();
            steps.stream().filter(Step::wasInterrupted).forEach(step -> begun.add(step.target()));
            Set<String> held = new TreeSet<>(begun);
            held.removeIf(target -> !env.lock().isHeld(target));
            // What ended between the look at the states and the look at the lock is recorded now.
            Snapshot now = begun.size() == held.size() ? snapshot : env.snapshot();
            if (now.head().equals(snapshot.head()) || look == LOOKS) {
                return new Look(snapshot, steps.stream()
                        .map(step -> step.wasInterrupted() && held.contains(step.target()) ? step.waiting() : step).toList());
            }
            snapshot = now;
        }
    }

    /**
     * Waits for it, unless another version of the application has begun what this one does not have: that is none of its
     * business.
     *
     * @param first what is known without the lock
     * @param pointless asked while waiting: whether nothing is pending any more
     * @return what is known then; null when nothing is pending any more
     */
    public Look awaitEnd(Snapshot first, BooleanSupplier pointless) {
        Snapshot snapshot = first;
        LockWait wait = new LockWait(env, env.identity().host());
        while (true) {
            List<Step> steps = planner.plan(snapshot);
            List<Step> begun = steps.stream().filter(Step::mayBeRunning).toList();
            Set<String> held = held(begun);
            Step busy = begun.stream().filter(step -> !step.isRemoved() && held.contains(step.target())).findFirst()
                    .orElse(null);
            if (busy == null && begun.stream().allMatch(step -> held.contains(step.target()))) {
                return new Look(snapshot, waiting(steps, held));
            }
            if (busy != null) {
                wait.pause(busy.target());
            }
            if (pointless.getAsBoolean()) {
                return null;
            }
            Snapshot now = env.snapshot();
            if (busy == null && now.head().equals(snapshot.head())) {
                return new Look(now, waiting(planner.plan(now), held));
            }
            // What ended between the look at the states and the look at the lock is recorded now.
            snapshot = now;
        }
    }

    private Set<String> held(List<Step> begun) {
        Set<String> held = new TreeSet<>();
        begun.forEach(step -> held.add(step.target()));
        held.removeIf(target -> !env.lock().isHeld(target));
        return held;
    }

    /** Those that are left to whoever holds the lock. */
    private static List<Step> waiting(List<Step> steps, Set<String> held) {
        return steps.stream().map(step -> step.mayBeRunning() && held.contains(step.target()) ? step.waiting() : step).toList();
    }
}
