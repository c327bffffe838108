package io.quarkiverse.flamingock.runtime.start;

import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Publishes the configuration of a start.
 */
@Recorder
public class ConfigurationRecorder {

    private final RuntimeValue<FlamingockRuntimeConfig> config;

    /**
     * @param config what is configured for this start
     */
    public ConfigurationRecorder(RuntimeValue<FlamingockRuntimeConfig> config) {
        this.config = config;
    }

    /**
     * @param applicationVersion the version of the application
     * @return the configuration
     */
    public RuntimeValue<RuntimeConfiguration> configuration(String applicationVersion) {
        return new RuntimeValue<>(new RuntimeConfiguration(config.getValue(), applicationVersion));
    }
}
