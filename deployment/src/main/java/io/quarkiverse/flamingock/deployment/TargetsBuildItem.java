package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * The target systems that changes may name, and what they supply, as known before CDI has found its beans.
 */
final class TargetsBuildItem extends SimpleBuildItem {

    private final KnownTargets targets;
    private final ParameterSources sources;

    TargetsBuildItem(KnownTargets targets, ParameterSources sources) {
        this.targets = targets;
        this.sources = sources;
    }

    KnownTargets targets() {
        return targets;
    }

    ParameterSources sources() {
        return sources;
    }
}
