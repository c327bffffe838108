package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * That Hibernate ORM is told to change the tables of a datasource by itself.
 *
 * @param property the property that says so
 * @param strategy its value, as the documentation of Hibernate ORM writes it
 * @param datasource the name of the datasource
 * @param profile the configuration profile that it is set for; null for all
 */
public record SchemaGeneration(String property, String strategy, String datasource, String profile) {

    private static final String PREFIX = "quarkus.hibernate-orm.";
    private static final String STRATEGY = "schema-management.strategy";
    /** The former name, which counts where both are set. */
    private static final String FORMER = "database.generation";
    private static final Pattern PROPERTY = Pattern.compile(Pattern.quote(PREFIX) + "(?:(\"[^\"]+\"|[^.\"]+)\\.)?(?:"
            + Pattern.quote(STRATEGY) + "|" + Pattern.quote(FORMER) + ")");
    private static final Set<String> CHANGES = Set.of("create", "drop-and-create", "drop", "update");

    /**
     * @param config the configuration of the build
     * @return the persistence units whose tables Hibernate ORM changes, sorted by name; those that are named in the
     *         configuration, and the default one
     */
    public static List<SchemaGeneration> of(SmallRyeConfig config) {
        TreeSet<String> units = new TreeSet<>(Set.of(DataStore.DEFAULT_NAME));
        for (String property : config.getPropertyNames()) {
            Matcher matcher = PROPERTY.matcher(property);
            if (matcher.matches() && matcher.group(1) != null) {
                units.add(matcher.group(1).replace("\"", ""));
            }
        }
        List<SchemaGeneration> found = new ArrayList<>();
        for (String unit : units) {
            NamedProperty former = new NamedProperty(PREFIX, unit, FORMER);
            NamedProperty counts = former.value(config).isPresent() ? former : new NamedProperty(PREFIX, unit, STRATEGY);
            ConfigValue value = config.getConfigValue(counts.written(config));
            String strategy = value.getValue() == null ? ""
                    : value.getValue().toLowerCase(Locale.ROOT).replace('_', '-').trim();
            if (CHANGES.contains(strategy)) {
                found.add(new SchemaGeneration(value.getNameProfiled(), strategy,
                        new NamedProperty(PREFIX, unit, "datasource").value(config).orElse(DataStore.DEFAULT_NAME),
                        value.getProfile()));
            }
        }
        return found;
    }

    /**
     * @return whether tables are dropped, and what is in them with them
     */
    public boolean drops() {
        return strategy.startsWith("drop");
    }
}
