package io.quarkiverse.flamingock.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.quarkiverse.flamingock.Plan;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Holds the pipeline against what the audit store knows.
 */
final class Planner {

    private final Pipeline pipeline;

    Planner(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** What can be said without the lock. */
    List<Step> plan(Snapshot snapshot) {
        return plan(snapshot, null);
    }

    /**
     * @param markers by target system, read behind a raised fence; null without the lock. Changes of a target system that
     *        is missing there are planned as without the lock
     */
    List<Step> plan(Snapshot snapshot, Map<String, Markers> markers) {
        String lastExecuted = lastExecuted(snapshot);
        List<Step> steps = new ArrayList<>(pipeline.changes().size());
        for (ChangeDescriptor change : pipeline.changes()) {
            StateRow last = snapshot.states().get(change.id());
            boolean applied = last != null && last.state().isApplied();
            Decision decision = Decision.of(last == null ? null : last.state(), proof(change, last, markers),
                    change.recovery());
            steps.add(new Step(change, last, decision,
                    applied && !last.checksum().equals(change.checksum()),
                    applied && !last.order().equals(change.order()),
                    !applied && change.order().compareTo(lastExecuted) < 0));
        }
        return steps;
    }

    Plan published(Snapshot snapshot) {
        return new Plan(plan(snapshot).stream().map(Step::planned).toList(), unknown(snapshot));
    }

    private static Proof proof(ChangeDescriptor change, StateRow last, Map<String, Markers> markers) {
        Markers known = markers == null ? null : markers.get(change.targetSystem());
        return known == null ? Proof.beforeLock(change, last) : Proof.of(change, last, known.of(change.id()));
    }

    private String lastExecuted(Snapshot snapshot) {
        String order = "";
        for (ChangeDescriptor change : pipeline.changes()) {
            StateRow last = snapshot.states().get(change.id());
            if (last != null && last.state().isApplied()) {
                order = change.order();
            }
        }
        return order;
    }

    private List<String> unknown(Snapshot snapshot) {
        TreeSet<String> ids = new TreeSet<>();
        for (StateRow row : snapshot.states().values()) {
            if (row.state().isApplied()) {
                ids.add(row.changeId());
            }
        }
        for (ChangeDescriptor change : pipeline.changes()) {
            ids.remove(change.id());
        }
        return List.copyOf(ids);
    }
}
