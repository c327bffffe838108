package io.quarkiverse.flamingock.deployment.targets;

import java.util.Optional;

import org.eclipse.microprofile.config.Config;

/**
 * A property of a datasource, a client or a persistence unit, in all the ways that it may be written.
 *
 * @param prefix what all begin with, with its dot
 * @param name the name; {@code <default>} for the default one
 * @param property the rest
 */
public record NamedProperty(String prefix, String name, String property) {

    /**
     * @param config some configuration
     * @return its value
     */
    public Optional<String> value(Config config) {
        return config.getOptionalValue(written(config), String.class);
    }

    /**
     * @param config some configuration
     * @return how it is written there; how it should be where it is not
     */
    public String written(Config config) {
        if (name.equals(DataStore.DEFAULT_NAME)) {
            return prefix + property;
        }
        String unquoted = prefix + name + '.' + property;
        String quoted = prefix + '"' + name + "\"." + property;
        return name.contains(".") || config.getOptionalValue(quoted, String.class).isPresent()
                || config.getOptionalValue(unquoted, String.class).isEmpty() ? quoted : unquoted;
    }
}
