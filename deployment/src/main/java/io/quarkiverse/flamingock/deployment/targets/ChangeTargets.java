package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * The target systems of one change, as far as they are known.
 *
 * @param first the one whose transaction it runs in; null where that is unknown
 * @param others those that it names in {@code also}, in that order, without unknown ones
 */
public record ChangeTargets(TargetDescriptor first, List<TargetDescriptor> others) {

    /**
     * @param first the only one; null where that is unknown
     */
    public ChangeTargets(TargetDescriptor first) {
        this(first, List.of());
    }

    /**
     * @param change a change
     * @param known all target systems
     * @return those of the change
     */
    public static ChangeTargets of(ScannedChange change, KnownTargets known) {
        return new ChangeTargets(known.find(change.targetSystem()),
                change.also().stream().map(known::find).filter(Objects::nonNull).toList());
    }

    /**
     * @return all that are known, the first one first
     */
    public List<TargetDescriptor> all() {
        List<TargetDescriptor> all = new ArrayList<>(others);
        if (first != null) {
            all.add(0, first);
        }
        return all;
    }
}
