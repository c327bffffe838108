package io.quarkiverse.flamingock.deployment.generate;

import java.util.Comparator;
import java.util.List;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * The valid pipeline as it will be generated: sorted, whatever the order in which its parts were found.
 *
 * @param changes the changes, by phase and order
 * @param targets the target systems that changes may name, by id
 * @param auditStore where to record; null only where there are no changes
 */
public record CompiledPipeline(List<CompiledChange> changes, List<TargetDescriptor> targets, StoreDescriptor auditStore) {

    /** Of an application without changes. */
    public static final CompiledPipeline EMPTY = new CompiledPipeline(List.of(), List.of(), null);

    public CompiledPipeline {
        changes = changes.stream().sorted(Comparator.comparing(CompiledChange::phase).thenComparing(CompiledChange::order))
                .toList();
        targets = targets.stream().distinct().sorted(Comparator.comparing(TargetDescriptor::id)).toList();
    }

    /**
     * @return the target systems that changes name, by id
     */
    public List<TargetDescriptor> changed() {
        return targets.stream()
                .filter(target -> changes.stream().anyMatch(change -> change.targetSystem().equals(target.id())
                        || change.also().contains(target.id())))
                .toList();
    }

    /**
     * @param phase a phase
     * @return whether there are changes of it
     */
    public boolean has(Phase phase) {
        return changes.stream().anyMatch(change -> change.phase() == phase);
    }

    /**
     * @return what the build has found, in a line
     */
    public String summary() {
        return changes.isEmpty()
                ? "Flamingock: no changes. No class with @Change is part of the application, or of a dependency with an index."
                : "Flamingock: " + count(changes.size(), "change") + " for " + count(changed().size(), "target system");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * @return a hash over what decides whether a start has anything to do
     */
    public String fingerprint() {
        return Fingerprint.of(changes);
    }
}
