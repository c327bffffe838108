package io.quarkiverse.flamingock.deployment;

import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;

/**
 * Whether the build has the extension at all: {@code quarkus.flamingock.enabled}.
 */
public final class FlamingockEnabled implements BooleanSupplier {

    private final FlamingockBuildTimeConfig config;

    FlamingockEnabled(FlamingockBuildTimeConfig config) {
        this.config = config;
    }

    @Override
    public boolean getAsBoolean() {
        return config.enabled();
    }
}
