package io.quarkiverse.flamingock.deployment.phase;

import io.quarkus.builder.item.MultiBuildItem;

/**
 * Changes of phase APPLICATION are applied; there is none where the application has no such changes.
 */
public final class ApplicationPhaseBuildItem extends MultiBuildItem {
}
