package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.deployment.generate.LookupCatalog;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * What changes ask CDI for, and the generated beans that answer.
 */
final class LookupsBuildItem extends SimpleBuildItem {

    private final LookupCatalog catalog;

    LookupsBuildItem(LookupCatalog catalog) {
        this.catalog = catalog;
    }

    LookupCatalog catalog() {
        return catalog;
    }
}
