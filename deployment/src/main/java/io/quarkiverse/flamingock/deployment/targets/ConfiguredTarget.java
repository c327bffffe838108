package io.quarkiverse.flamingock.deployment.targets;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * A target system of the configuration, as it is written.
 *
 * @param id its id
 * @param datasource the name of its datasource; null where none is given
 * @param mongodbClient the name of its MongoDB client; null where none is given
 * @param nonTransactional whether its kind is given as non-transactional
 */
public record ConfiguredTarget(String id, String datasource, String mongodbClient, boolean nonTransactional) {

    /**
     * @return what its properties begin with, for messages
     */
    public String property() {
        return "quarkus.flamingock.target-systems.\"" + id + "\"";
    }

    TargetDescriptor descriptor() {
        if (datasource != null) {
            return new TargetDescriptor(id, Kind.JDBC, datasource);
        }
        return mongodbClient != null ? new TargetDescriptor(id, Kind.MONGODB, mongodbClient)
                : new TargetDescriptor(id, Kind.NON_TRANSACTIONAL, null);
    }
}
