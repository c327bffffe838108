package io.quarkiverse.flamingock.runtime.engine.lock;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * Waits for what another instance is just applying. Read without the lock it looks like an issue; as long as somebody holds
 * that, it is for them to say how it ends.
 *
 * @param env the engine's surroundings
 * @param planner tells what would be an issue
 */
public record RunningElsewhere(Environment env, Planner planner) {

    /**
     * @param first what is known without the lock
     * @param pointless asked while waiting: whether nothing is pending any more
     * @return what is known then; null when nothing is pending any more
     */
    public Snapshot awaitEnd(Snapshot first, BooleanSupplier pointless) {
        Snapshot snapshot = first;
        LockWait wait = new LockWait(env, env.identity().host());
        while (!targets(snapshot).isEmpty()) {
            String busy = targets(snapshot).stream().filter(env.lock()::isHeld).findFirst().orElse(null);
            if (busy != null) {
                wait.pause(busy);
            }
            if (pointless.getAsBoolean()) {
                return null;
            }
            Snapshot now = env.snapshot();
            if (busy == null && now.head().equals(snapshot.head())) {
                return now;
            }
            // What ended between the look at the states and the look at the lock is recorded now.
            snapshot = now;
        }
        return snapshot;
    }

    private List<String> targets(Snapshot snapshot) {
        return planner.plan(snapshot).stream().filter(Step::mayBeRunning).map(Step::target).distinct().toList();
    }
}
