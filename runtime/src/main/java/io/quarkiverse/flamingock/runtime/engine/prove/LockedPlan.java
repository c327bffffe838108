package io.quarkiverse.flamingock.runtime.engine.prove;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.Fences;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.TakeoverWait;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Findings;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What is found out under the lock before anything is applied: the fences are raised first, then markers are read, then
 * probes are asked. In that order nothing that an old owner does can change an answer any more.
 */
public final class LockedPlan {

    private final Environment env;
    private final Planner planner;
    private final HeldLocks held;
    private final ChangeExecution execution;
    private final Map<String, Markers> markers = new HashMap<>();
    private final Map<String, Proof> probed = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final TakeoverWait takeover;

    /**
     * @param env the engine's surroundings
     * @param planner plans
     * @param held the locks, just acquired
     * @param execution asks probes
     */
    public LockedPlan(Environment env, Planner planner, HeldLocks held, ChangeExecution execution) {
        this.env = env;
        this.planner = planner;
        this.held = held;
        this.execution = execution;
        this.takeover = new TakeoverWait(env, held);
    }

    /**
     * @param targets the target systems, all locked
     * @return what the audit store knows now
     */
    public Snapshot read(Set<String> targets) {
        Fences fences = new Fences(env, held);
        Snapshot snapshot = fenced(targets, fences);
        standing.addAll(new StandingMarkers(env).of(steps(snapshot)));
        List<Step> open = steps(snapshot).stream().filter(this::mayStillChange).toList();
        for (Step step : open) {
            step.targets().forEach(target -> fences.endInterrupted(target, step.change().id()));
        }
        if (open.stream().flatMap(step -> step.targets().stream()).anyMatch(target -> held.lease(target).takenOver())) {
            takeover.await(open.get(0).change().id(), open.get(0).target());
        }
        for (Step step : steps(snapshot)) {
            if (isForProbe(step)) {
                env.checkEnd(step.change().id());
                // One that can't be called yet answers later.
                probed.put(step.change().id(), env.stage().runs(step.change()) ? execution.probe(step) : Proof.LATER);
            }
        }
        held.settle();
        return snapshot;
    }

    /**
     * As {@link #read}, where nothing is going to be applied: waits for nothing that is open, and asks no probe.
     *
     * @param targets the target systems, all locked
     * @return what the audit store knows now
     */
    public Snapshot fenced(Set<String> targets) {
        return fenced(targets, new Fences(env, held));
    }

    private Snapshot fenced(Set<String> targets, Fences fences) {
        targets.forEach(target -> markers.put(target, fences.raise(target)));
        return env.snapshot();
    }

    /**
     * @param snapshot what was read
     * @return the plan, with all that markers and probes prove
     */
    public List<Step> steps(Snapshot snapshot) {
        return planner.plan(snapshot, new Findings(markers, probed, standing));
    }

    /** Whether a target system holds a marker of a change. */
    boolean knows(Step step) {
        Markers known = markers.get(step.target());
        return known != null && known.of(step.change().id()) != null;
    }

    /**
     * @param step a change of a target system whose markers were read
     * @return whether its execution leaves a marker, so that one that is missing is an answer
     */
    public boolean leavesMarker(Step step) {
        Markers known = markers.get(step.target());
        return known != null && known.kept() && execution.events().isTransactional(step);
    }

    /**
     * @param step a change of a target system whose markers were read
     * @return whether its execution leaves a marker, also where one that is missing says nothing of its other target systems
     */
    public boolean marks(Step step) {
        Markers known = markers.get(step.target());
        return known != null && known.kept() && execution.events().runsInTransaction(step.change());
    }

    /**
     * What the old owner sent by itself, or in a transaction that no fence could stop, may take effect after its death. So may
     * a definition before which its database has committed: that also lets go of the fence.
     */
    private boolean mayStillChange(Step step) {
        Markers known = markers.get(step.target());
        boolean fenced = known != null && known.kept() && step.last() != null && step.last().transactional()
                && step.evidence().proof() != Proof.PARTLY_APPLIED;
        return step.wasInterrupted() && markers.keySet().containsAll(step.targets()) && !fenced
                && (step.decision() == Decision.RETRY || isForProbe(step));
    }

    private boolean isForProbe(Step step) {
        boolean open = step.state() == null || step.state().isUnsettled() && !step.state().isUndo();
        return step.change().probe() && open && markers.keySet().containsAll(step.targets())
                && step.evidence().proof() != Proof.APPLIED && step.evidence().proof() != Proof.NOT_APPLIED;
    }
}
