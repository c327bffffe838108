package io.quarkiverse.flamingock.runtime.engine;

import java.util.Map;

import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.spi.ChangeTarget;

/**
 * The target systems of a {@link World}.
 *
 * @param targets those that there are
 * @param inactive why some of them can't be used
 */
record WorldTargets(Map<String, ChangeTarget> targets, Map<String, String> inactive) implements TargetSystems {

    @Override
    public ChangeTarget get(String id) {
        if (!targets.containsKey(id)) {
            throw new TargetSystemUnavailableException("Target system '" + id + "' is not part of this application");
        }
        if (inactive.containsKey(id)) {
            throw new InactiveTargetSystemException(inactive.get(id));
        }
        return targets.get(id);
    }

    @Override
    public String whyInactive(String id) {
        return inactive.get(id);
    }
}
