package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;

/**
 * What is validated.
 *
 * @param changes the changes, sorted by class name
 * @param targets the target systems and data stores that the build knows
 * @param auditStore the configured audit store
 * @param policies what is an error, a warning, or neither
 */
public record Application(List<ScannedChange> changes, KnownTargets targets, NamedStore auditStore,
        Policies policies) {
}
