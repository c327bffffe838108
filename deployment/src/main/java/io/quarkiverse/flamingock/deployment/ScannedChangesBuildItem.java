package io.quarkiverse.flamingock.deployment;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * The changes of the application as they are written, sorted by class name.
 */
public final class ScannedChangesBuildItem extends SimpleBuildItem {

    private final List<ScannedChange> changes;

    ScannedChangesBuildItem(List<ScannedChange> changes) {
        this.changes = changes;
    }

    /**
     * @return the changes; nothing of them is checked
     */
    public List<ScannedChange> getChanges() {
        return changes;
    }
}
