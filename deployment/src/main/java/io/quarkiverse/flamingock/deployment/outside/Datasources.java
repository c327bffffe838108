package io.quarkiverse.flamingock.deployment.outside;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.flamingock.deployment.targets.DataStore;

/**
 * What the configuration says of datasources.
 *
 * @param twoPhase whether one takes part in transactions together with others
 * @param ofUnit the datasource of a persistence unit
 */
public record Datasources(Predicate<String> twoPhase, UnaryOperator<String> ofUnit) {

    /**
     * @param config the configuration of the build
     * @return what it says
     */
    public static Datasources of(Config config) {
        return new Datasources(
                name -> "xa".equalsIgnoreCase(value(config, "quarkus.datasource.", name, "jdbc.transactions", "enabled")),
                unit -> value(config, "quarkus.hibernate-orm.", unit, "datasource", DataStore.DEFAULT_NAME));
    }

    private static String value(Config config, String prefix, String name, String property, String otherwise) {
        if (name.equals(DataStore.DEFAULT_NAME)) {
            return config.getOptionalValue(prefix + property, String.class).orElse(otherwise);
        }
        return config.getOptionalValue(prefix + '"' + name + "\"." + property, String.class)
                .or(() -> config.getOptionalValue(prefix + name + '.' + property, String.class)).orElse(otherwise);
    }
}
