package io.quarkiverse.flamingock.runtime.engine.execute;

import java.util.List;

import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * The target systems of a change.
 *
 * @param first the one whose transaction it runs in
 * @param others those that it names beside it, in that order
 */
record Systems(ChangeTarget first, List<ChangeTarget> others) {

    static Systems of(ChangeDescriptor change, TargetSystems targets) {
        return new Systems(targets.get(change.targetSystem()), change.also().stream().map(targets::get).toList());
    }

    /**
     * @return whether any of them will supply it; a parameter that is named as one of them is meant for that one
     */
    boolean supplies(Class<?> type, String name) {
        if (first.supplies(type, name)) {
            return true;
        }
        return !others.isEmpty() && (named(first, type, name)
                || others.stream().anyMatch(other -> other.supplies(type, name) || named(other, type, name)));
    }

    private static boolean named(ChangeTarget target, Class<?> type, String name) {
        return target.id().equals(name) && target.supplies(type, null);
    }
}
