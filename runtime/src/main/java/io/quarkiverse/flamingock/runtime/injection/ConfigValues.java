package io.quarkiverse.flamingock.runtime.injection;

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.smallrye.config.SmallRyeConfig;

/**
 * Reads the values of {@code @ConfigProperty} parameters. Called by generated code: where CDI injects such a value it looks
 * up the injection point by reflection.
 */
public final class ConfigValues {

    private ConfigValues() {
    }

    /**
     * @param name the name of the property
     * @param defaultValue what it is when it is not set; null where it has no default
     * @param type a type that configuration is converted to; primitives as their wrappers
     * @return the value
     * @throws java.util.NoSuchElementException when it is not set and has no default; the message names the property
     * @throws IllegalArgumentException when it can't be converted
     */
    public static Object required(String name, String defaultValue, Class<?> type) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        Optional<?> value = config.getOptionalValue(name, type);
        if (value.isPresent()) {
            return value.get();
        }
        return defaultValue == null ? config.getValue(name, type) : config.convert(defaultValue, type);
    }

    /**
     * @param name the name of the property
     * @param type a type that configuration is converted to
     * @return the value, empty when it is not set
     * @throws IllegalArgumentException when it can't be converted
     */
    public static Optional<?> optional(String name, Class<?> type) {
        return ConfigProvider.getConfig().getOptionalValue(name, type);
    }
}
