package io.quarkiverse.flamingock.runtime.config;

/**
 * The configuration of this start, as a bean. The mapping itself is not injected, because both CDI and a look-up by its class
 * read annotations by reflection, at every start.
 *
 * @param settings what is configured
 * @param applicationVersion the version of the application; empty where it has none
 */
public record RuntimeConfiguration(FlamingockRuntimeConfig settings, String applicationVersion) {
}
