package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.KnownTargets;

/**
 * That there is one data store to record executions in.
 */
final class AuditStoreRules {

    private static final String PROPERTY = "quarkus.flamingock.audit-store.datasource";

    private AuditStoreRules() {
    }

    static List<Problem> check(Application application) {
        List<String> stores = application.targets().datasources();
        String named = application.auditDatasource();
        if (named != null) {
            return stores.contains(named) ? List.of()
                    : List.of(new Problem(PROPERTY,
                            "there is no datasource '" + named + "'. " + datasources(application.targets())));
        }
        if (stores.isEmpty()) {
            return List.of(new Problem(PROPERTY, "the application has no data store to record executions in."
                    + " Add a datasource: a JDBC driver extension such as quarkus-jdbc-postgresql, and its configuration."));
        }
        return stores.size() == 1 ? List.of()
                : List.of(new Problem(PROPERTY, "it is not set, and the application has " + stores.size()
                        + " data stores. Name the one to record executions in: " + String.join(", ", stores) + "."));
    }

    static String datasources(KnownTargets targets) {
        return targets.datasources().isEmpty() ? "The application has none; configure it."
                : "Name one that is configured: " + String.join(", ", targets.datasources()) + ".";
    }
}
