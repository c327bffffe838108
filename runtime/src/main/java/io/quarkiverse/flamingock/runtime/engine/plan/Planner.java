package io.quarkiverse.flamingock.runtime.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Checksums;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Holds the pipeline against what the audit store knows.
 */
public final class Planner {

    private static final Comparator<ChangeDescriptor> IN_ORDER = Comparator.comparing(ChangeDescriptor::phase)
            .thenComparing(ChangeDescriptor::order).thenComparing(ChangeDescriptor::id);

    private final PipelineSource source;
    private final int interruptedAttempts;

    /**
     * @param source the changes, loaded when they are planned
     * @param settings how often a change may be interrupted
     */
    public Planner(PipelineSource source, Settings settings) {
        this.source = source;
        this.interruptedAttempts = settings.limits().interruptedAttempts();
    }

    /**
     * @param snapshot what the audit store knows
     * @return a step for each change, in order: what can be said without the lock. Also for those that are no longer in the
     *         application where their last execution is open
     */
    public List<Step> plan(Snapshot snapshot) {
        return plan(snapshot, Findings.NONE);
    }

    /**
     * @param snapshot what the audit store knows
     * @param found what was found out under the lock
     * @return a step for each change, in order, as without the lock
     */
    public List<Step> plan(Snapshot snapshot, Findings found) {
        Map<Phase, String> lastExecuted = lastExecuted(snapshot);
        Pipeline pipeline = source.load();
        List<Step> steps = new ArrayList<>(pipeline.size());
        for (ChangeDescriptor change : pipeline.changes()) {
            StateRow last = snapshot.states().get(change.id());
            boolean applied = last != null && last.state().isApplied();
            Evidence evidence = evidence(change, last, found);
            steps.add(new Step(change, last, evidence, decision(change, last, evidence),
                    applied && Checksums.differ(last.checksum(), change.checksum()),
                    applied && !last.order().equals(change.order()),
                    !applied && change.order().compareTo(lastExecuted.getOrDefault(change.phase(), "")) < 0));
        }
        return withRemoved(steps, snapshot, found);
    }

    private List<Step> withRemoved(List<Step> steps, Snapshot snapshot, Findings found) {
        Set<String> known = new HashSet<>();
        steps.forEach(step -> known.add(step.change().id()));
        boolean any = false;
        for (StateRow last : snapshot.states().values()) {
            if (last.state().isUnsettled() && !known.contains(last.changeId())) {
                any = true;
                steps.add(removed(last, found));
            }
        }
        if (any) {
            steps.sort(Comparator.comparing(Step::change, IN_ORDER));
        }
        return steps;
    }

    /** Only a target system that the application still has can be asked. */
    private Step removed(StateRow last, Findings found) {
        ChangeDescriptor change = ChangeDescriptor.removed(last);
        Evidence evidence = source.load().knows(last.targetSystem()) ? evidence(change, last, found)
                : Evidence.none(last);
        return new Step(change, last, evidence, Decision.ofRemoved(evidence.proof(), last.state().isUndo()), false, false,
                false);
    }

    /**
     * @param steps a plan
     * @param snapshot what the audit store knows
     * @return the plan as users see it
     */
    public Plan published(List<Step> steps, Snapshot snapshot) {
        return new Plan(steps.stream().map(Step::planned).toList(), unknown(snapshot));
    }

    private Decision decision(ChangeDescriptor change, StateRow last, Evidence evidence) {
        if (last == null) {
            return Decision.of(null, evidence.proof(), change.recovery(), false);
        }
        boolean exhausted = last.state().isInterrupted() && last.interruptions() + 1 >= interruptedAttempts;
        return Decision.of(last.state(), evidence.proof(), change.recovery(), exhausted);
    }

    private static Evidence evidence(ChangeDescriptor change, StateRow last, Findings found) {
        Markers known = found.markers().get(change.targetSystem());
        if (known == null) {
            return Evidence.beforeLock(change, last);
        }
        Evidence evidence = Evidence.of(change, last, known, found.standing().contains(change.id()));
        Proof answer = found.probed().get(change.id());
        return answer == null ? evidence : evidence.probed(answer);
    }

    /** Per phase: that one of the later phase was executed before one of the earlier is what happens in every release. */
    private Map<Phase, String> lastExecuted(Snapshot snapshot) {
        Map<Phase, String> orders = new EnumMap<>(Phase.class);
        for (ChangeDescriptor change : source.load().changes()) {
            StateRow last = snapshot.states().get(change.id());
            if (last != null && last.state().isApplied()) {
                orders.put(change.phase(), change.order());
            }
        }
        return orders;
    }

    private List<String> unknown(Snapshot snapshot) {
        TreeSet<String> ids = new TreeSet<>();
        for (StateRow row : snapshot.states().values()) {
            if (row.state().isApplied()) {
                ids.add(row.changeId());
            }
        }
        for (ChangeDescriptor change : source.load().changes()) {
            ids.remove(change.id());
        }
        return List.copyOf(ids);
    }
}
