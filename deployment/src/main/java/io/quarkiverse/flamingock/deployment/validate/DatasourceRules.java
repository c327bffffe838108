package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.NamedProperty;
import io.quarkiverse.flamingock.deployment.targets.SchemaGeneration;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * That the settings of a datasource agree with changes: it has the transactions that they need, and nobody else changes its
 * tables.
 */
public final class DatasourceRules {

    private static final String TEST = "test";

    private final Config config;
    private final List<SchemaGeneration> generations;
    private final boolean test;

    /**
     * @param config the configuration of the build
     * @param generations what Hibernate ORM is told to do; nothing where it is not there
     * @param test whether the application is built for a test
     */
    public DatasourceRules(Config config, List<SchemaGeneration> generations, boolean test) {
        this.config = config;
        this.generations = List.copyOf(generations);
        this.test = test;
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
                if (Kind.JDBC.equals(target.kind()) && target.resource() != null) {
                    targets.putIfAbsent(target.resource(), target.id());
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
                boolean ofTests = test && TEST.equals(generation.profile());
                (ofTests ? warnings : errors).add(problem(generation, target, ofTests));
            }
        }
        return new Findings(errors, warnings);
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
