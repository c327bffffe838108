package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * Says which names of datasources, clients and other resources there are, and what to do where there is none.
 *
 * @param targets what the build knows
 */
record Resources(KnownTargets targets) {

    String datasources() {
        return targets.knows(Kind.JDBC) ? known(Kind.JDBC)
                : "Add the extension quarkus-agroal, a JDBC driver extension such as quarkus-jdbc-postgresql, and its"
                        + " configuration.";
    }

    String clients() {
        return targets.knows(Kind.MONGODB) ? known(Kind.MONGODB)
                : "Add the extension quarkus-mongodb-client, and its configuration.";
    }

    String known(String kind) {
        List<String> names = targets.names(kind);
        return names.isEmpty() ? "The application has none; configure it."
                : "Name one that is configured: " + String.join(", ", names) + ".";
    }
}
