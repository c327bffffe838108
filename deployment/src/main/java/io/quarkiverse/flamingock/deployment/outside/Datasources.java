package io.quarkiverse.flamingock.deployment.outside;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.NamedProperty;

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
                name -> "xa".equalsIgnoreCase(
                        new NamedProperty("quarkus.datasource.", name, "jdbc.transactions").value(config).orElse("")),
                unit -> new NamedProperty("quarkus.hibernate-orm.", unit, "datasource").value(config)
                        .orElse(DataStore.DEFAULT_NAME));
    }
}
