package io.quarkiverse.flamingock.deployment.validate;

import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.config.OnAmbiguousOrder;

/**
 * How strict the build is, where the application may say so.
 *
 * @param requireRollback whether a missing rollback method is an error
 * @param onAmbiguousOrder what becomes of orders that can be read in two ways
 */
public record Policies(boolean requireRollback, OnAmbiguousOrder onAmbiguousOrder) {

    /** Without any configuration. */
    public static final Policies DEFAULT = new Policies(false, OnAmbiguousOrder.FAIL);

    /**
     * @param config the configuration of the build
     * @return what it says
     */
    public static Policies of(FlamingockBuildTimeConfig config) {
        return new Policies(config.requireRollback(), config.onAmbiguousOrder());
    }
}
