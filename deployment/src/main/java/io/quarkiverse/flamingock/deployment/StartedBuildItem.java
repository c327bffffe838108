package io.quarkiverse.flamingock.deployment;

import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/**
 * The beginning of the start is over.
 */
final class StartedBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Boolean> left;

    /**
     * @param left whether something is left to apply at the end of the start
     */
    StartedBuildItem(RuntimeValue<Boolean> left) {
        this.left = left;
    }

    RuntimeValue<Boolean> left() {
        return left;
    }
}
