package io.quarkiverse.flamingock.runtime.config;

import org.eclipse.microprofile.config.ConfigProvider;

import io.smallrye.config.SmallRyeConfig;

/**
 * The configuration of this start. It is asked for and not injected, because CDI finds out by reflection who it injects
 * configuration into, at every start.
 */
public final class RuntimeConfiguration {

    private RuntimeConfiguration() {
    }

    /**
     * @return what is configured
     */
    public static FlamingockRuntimeConfig read() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(FlamingockRuntimeConfig.class);
    }

    /**
     * @return the version of the application; empty where it has none
     */
    public static String applicationVersion() {
        return ConfigProvider.getConfig().getOptionalValue("quarkus.application.version", String.class).orElse("");
    }
}
