package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;

/**
 * That there is one data store to record executions in.
 */
final class AuditStoreRules {

    private static final String PROPERTY = "quarkus.flamingock.audit-store";
    private static final String DATASOURCE = PROPERTY + ".datasource";
    private static final String CLIENT = PROPERTY + ".mongodb-client";

    private AuditStoreRules() {
    }

    static List<Problem> check(Application application) {
        KnownTargets targets = application.targets();
        NamedStore named = application.auditStore();
        if (named.datasource() != null && named.mongodbClient() != null) {
            return problem(PROPERTY, "both datasource and mongodb-client are set. Remove one of the two.");
        }
        if (named.datasource() != null) {
            return targets.datasources().contains(named.datasource()) ? List.of()
                    : problem(DATASOURCE, "there is no datasource '" + named.datasource() + "'. " + datasources(targets));
        }
        if (named.mongodbClient() != null) {
            return targets.mongodb().names().contains(named.mongodbClient()) ? List.of()
                    : problem(CLIENT, "there is no MongoDB client '" + named.mongodbClient() + "'. " + clients(targets));
        }
        return checkInferred(targets);
    }

    private static List<Problem> checkInferred(KnownTargets targets) {
        List<DataStore> stores = targets.stores();
        String property = targets.mongodb().names().isEmpty() ? DATASOURCE : PROPERTY;
        if (stores.isEmpty()) {
            return problem(property, "the application has no data store to record executions in."
                    + " Add a datasource: a JDBC driver extension such as quarkus-jdbc-postgresql, and its configuration.");
        }
        return stores.size() == 1 ? List.of()
                : problem(property, "it is not set, and the application has " + stores.size()
                        + " data stores. Name the one to record executions in: "
                        + String.join(", ", stores.stream().map(DataStore::label).toList()) + ".");
    }

    static String datasources(KnownTargets targets) {
        return targets.datasources().isEmpty() ? "The application has none; configure it."
                : "Name one that is configured: " + String.join(", ", targets.datasources()) + ".";
    }

    static String clients(KnownTargets targets) {
        if (!targets.mongodb().present()) {
            return "Add the extension quarkus-mongodb-client, and its configuration.";
        }
        return targets.mongodb().names().isEmpty() ? "The application has none; configure it."
                : "Name one that is configured: " + String.join(", ", targets.mongodb().names()) + ".";
    }

    private static List<Problem> problem(String place, String text) {
        return List.of(new Problem(place, text));
    }
}
