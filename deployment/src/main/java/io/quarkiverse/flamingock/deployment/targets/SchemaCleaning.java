package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * That Flyway or Liquibase is told to empty a database when the application starts.
 *
 * @param property the property that says so
 * @param tool who does it
 * @param datasource the name of the datasource
 * @param profile the configuration profile that it is set for; null for all
 */
public record SchemaCleaning(String property, String tool, String datasource, String profile) {

    private static final String FLYWAY = "quarkus.flyway.";
    private static final String LIQUIBASE = "quarkus.liquibase.";

    /**
     * @param config the configuration of the build
     * @param datasources the names of all datasources
     * @return where Flyway does so, sorted by name
     */
    public static List<SchemaCleaning> byFlyway(SmallRyeConfig config, Collection<String> datasources) {
        List<SchemaCleaning> found = new ArrayList<>();
        for (String name : new TreeSet<>(datasources)) {
            if (!"false".equals(new NamedProperty(FLYWAY, name, "active").value(config).orElse(""))) {
                add("Flyway", new NamedProperty(FLYWAY, name, "clean-at-start"), config, found);
                add("Flyway", new NamedProperty(FLYWAY, name, "clean-on-validation-error"), config, found);
            }
        }
        return found;
    }

    /**
     * @param config the configuration of the build
     * @param datasources the names of all datasources
     * @return where Liquibase does so, sorted by name
     */
    public static List<SchemaCleaning> byLiquibase(SmallRyeConfig config, Collection<String> datasources) {
        List<SchemaCleaning> found = new ArrayList<>();
        for (String name : new TreeSet<>(datasources)) {
            add("Liquibase", new NamedProperty(LIQUIBASE, name, "clean-at-start"), config, found);
        }
        return found;
    }

    private static void add(String tool, NamedProperty property, SmallRyeConfig config, List<SchemaCleaning> found) {
        ConfigValue value = config.getConfigValue(property.written(config));
        if ("true".equalsIgnoreCase(value.getValue())) {
            found.add(new SchemaCleaning(value.getNameProfiled(), tool, property.name(), value.getProfile()));
        }
    }
}
