package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.NamedProperty;
import io.quarkiverse.flamingock.deployment.targets.SchemaCleaning;
import io.quarkiverse.flamingock.deployment.targets.SchemaGeneration;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;
import io.quarkus.runtime.LaunchMode;

/**
 * That the settings of a datasource agree with changes: it has the transactions that they need, and nobody else changes its
 * tables.
 */
public final class DatasourceRules {

    private static final String TEST = "test";

    private final Config config;
    private final List<SchemaGeneration> generations;
    private final List<SchemaCleaning> cleanings;
    private final LaunchMode mode;

    /**
     * @param config the configuration of the build
     * @param generations what Hibernate ORM is told to do; nothing where it is not there
     * @param cleanings what Flyway and Liquibase are told to do; nothing where they are not there
     * @param mode what the application is built for
     */
    public DatasourceRules(Config config, List<SchemaGeneration> generations, List<SchemaCleaning> cleanings,
            LaunchMode mode) {
        this.config = config;
        this.generations = List.copyOf(generations);
        this.cleanings = List.copyOf(cleanings);
        this.mode = mode;
    }

    /**
     * @param application what to check
     * @return what contradicts its changes
     */
    public Findings check(Application application) {
        SortedMap<String, List<String>> transactional = new TreeMap<>();
        SortedMap<String, String> targets = new TreeMap<>();
        for (ScannedChange change : application.changes()) {
            ChangeTargets named = ChangeTargets.of(change, application.targets());
            for (TargetDescriptor target : named.all()) {
                application.targets().datasources(target).forEach(name -> targets.putIfAbsent(name, target.id()));
                if (Kind.JDBC.equals(target.kind()) && target.resource() != null) {
                    if (target.equals(named.first()) && change.transactional()) {
                        transactional.computeIfAbsent(target.resource(), name -> new ArrayList<>()).add(change.className());
                    }
                }
            }
        }
        List<Problem> errors = new ArrayList<>();
        transactional.forEach((datasource, changes) -> checkTransactions(datasource, changes, errors));
        List<Problem> warnings = new ArrayList<>();
        for (SchemaGeneration generation : generations) {
            String target = targets.get(generation.datasource());
            if (target != null) {
                boolean ofTests = mode == LaunchMode.TEST && TEST.equals(generation.profile());
                (ofTests ? warnings : errors).add(problem(generation, target, ofTests));
            }
        }
        DataStore store = application.changes().isEmpty() ? null : application.auditStore().resolve(application.targets());
        for (SchemaCleaning cleaning : cleanings) {
            String place = targets.containsKey(cleaning.datasource())
                    ? "target system '" + targets.get(cleaning.datasource()) + "'"
                    : new DataStore(Kind.JDBC, cleaning.datasource()).equals(store) ? "the audit store" : null;
            if (place != null) {
                boolean meant = mode != LaunchMode.NORMAL && List.of("dev", TEST).contains(String.valueOf(cleaning.profile()));
                (meant ? warnings : errors).add(problem(cleaning, place, meant));
            }
        }
        return new Findings(errors, warnings);
    }

    private static Problem problem(SchemaCleaning cleaning, String place, boolean meant) {
        return new Problem(cleaning.property(), "it is 'true' for datasource " + cleaning.datasource() + ", which is " + place
                + ": when the application starts, " + cleaning.tool()
                + " drops what is in its schemas, with what the changes made"
                + " there and with what is recorded there" + (meant
                        ? ". What is recorded elsewhere stays, so that changes count as applied whose tables are gone; where all"
                                + " is in one schema they are applied again."
                        : ". Take it away, or set it for %dev or %test only."));
    }

    private void checkTransactions(String datasource, List<String> changes, List<Problem> errors) {
        NamedProperty property = new NamedProperty("quarkus.datasource.", datasource, "jdbc.transactions");
        if ("disabled".equalsIgnoreCase(property.value(config).orElse(""))) {
            errors.add(new Problem(property.written(config),
                    "it is 'disabled', so that no transaction undoes what a change leaves"
                            + " that fails. Set it to 'enabled' or 'xa', or write transactional = false in @Change of "
                            + Places.some(changes) + "."));
        }
    }

    private static Problem problem(SchemaGeneration generation, String target, boolean ofTests) {
        String found = "it is '" + generation.strategy() + "' for datasource " + generation.datasource()
                + ", which is target system '" + target + "': once the changes have ended, Hibernate ORM "
                + (generation.drops() ? "drops the tables of its entities, with what is in them"
                        : "changes the tables of its entities, and nobody records it");
        return new Problem(generation.property(), found + (ofTests
                ? ". Tests do not see the tables that the changes make; to test these, set it to 'validate' or 'none'."
                : ". Set it to 'validate' or 'none', and let changes do the rest."));
    }
}
