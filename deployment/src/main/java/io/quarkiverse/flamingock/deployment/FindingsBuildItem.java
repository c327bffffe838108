package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.deployment.validate.Findings;
import io.quarkus.builder.item.MultiBuildItem;

/**
 * What another step than that of the validation has found, for the one report.
 */
final class FindingsBuildItem extends MultiBuildItem {

    private final Findings findings;

    FindingsBuildItem(Findings findings) {
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }
}
