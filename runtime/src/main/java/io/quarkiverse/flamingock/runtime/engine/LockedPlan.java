package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What is found out under the lock before anything is applied: the fences are raised first, then markers are read, then
 * probes are asked. In that order nothing that an old owner does can change an answer any more.
 */
final class LockedPlan {

    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Environment env;
    private final Planner planner;
    private final HeldLocks held;
    private final ChangeExecution execution;
    private final Map<String, Markers> markers = new HashMap<>();
    private final Map<String, Proof> probed = new HashMap<>();
    private final long start;

    LockedPlan(Environment env, Planner planner, HeldLocks held, ChangeExecution execution) {
        this.env = env;
        this.planner = planner;
        this.held = held;
        this.execution = execution;
        this.start = env.ticker().nanos();
    }

    /**
     * @param targets the target systems, all locked
     * @return what the audit store knows now
     */
    Snapshot read(Set<String> targets) {
        targets.forEach(target -> markers.put(target, env.fence(target, held)));
        Snapshot snapshot = env.snapshot();
        List<Step> open = planner.plan(snapshot, markers, probed).stream().filter(this::mayStillChange).toList();
        if (!open.isEmpty()) {
            waitForWhatWasSent(open.get(0));
        }
        for (Step step : planner.plan(snapshot, markers, probed)) {
            if (isForProbe(step)) {
                probed.put(step.change().id(), execution.probe(step));
            }
        }
        held.settle();
        return snapshot;
    }

    List<Step> steps(Snapshot snapshot) {
        return planner.plan(snapshot, markers, probed);
    }

    /** Whether a target system holds a marker of a change. */
    boolean knows(Step step) {
        Markers known = markers.get(step.target());
        return known != null && known.of(step.change().id()) != null;
    }

    /** A statement that the old owner sent by itself may take effect after its death. */
    private boolean mayStillChange(Step step) {
        return step.wasInterrupted() && !step.last().transactional() && markers.containsKey(step.target())
                && (step.decision() == Decision.RETRY || isForProbe(step)) && held.lease(step.target()).takenOver();
    }

    private boolean isForProbe(Step step) {
        return step.change().probe() && step.state() != null && step.state().isUnsettled()
                && !step.state().isUndo() && markers.containsKey(step.target())
                && step.evidence().proof() != Proof.APPLIED && step.evidence().proof() != Proof.NOT_APPLIED;
    }

    private void waitForWhatWasSent(Step step) {
        Duration lease = env.settings().lease();
        env.log().waitingAfterTakeover(step, lease);
        try {
            while (env.ticker().nanos() - start < lease.toNanos()) {
                env.ticker().sleep(SLICE.compareTo(lease) < 0 ? SLICE : lease);
                held.check();
                if (env.platform().end().requested()) {
                    throw new FlamingockException(Messages.ended(step.change().id()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlamingockException(Messages.interruptedWhileWaiting(step.target()), e);
        }
    }
}
