package io.quarkiverse.flamingock.runtime.pipeline;

import java.util.List;

/**
 * All changes of an application in execution order.
 *
 * @param changes the changes, sorted by phase and order
 * @param targets the target systems that changes may name, sorted by id
 * @param auditStore where to record; null only where there are no changes
 * @param fingerprint a hash over ids, orders, target systems and checksums
 */
public record Pipeline(List<ChangeDescriptor> changes, List<TargetDescriptor> targets, StoreDescriptor auditStore,
        String fingerprint) implements PipelineSource {

    public Pipeline {
        changes = List.copyOf(changes);
        targets = List.copyOf(targets);
    }

    /**
     * @param target the id of a target system
     * @return whether changes may name it
     */
    public boolean knows(String target) {
        return targets.stream().anyMatch(known -> known.id().equals(target));
    }

    /**
     * @param target the id of a target system
     * @return whether a bean of the application is it, which may need what is not there yet when the application starts
     */
    public boolean isBean(String target) {
        return targets.stream().anyMatch(known -> known.id().equals(target) && TargetDescriptor.Kind.BEAN.equals(known.kind()));
    }

    @Override
    public int size() {
        return changes.size();
    }

    @Override
    public Pipeline load() {
        return this;
    }
}
