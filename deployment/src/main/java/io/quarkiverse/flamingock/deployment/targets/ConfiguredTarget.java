package io.quarkiverse.flamingock.deployment.targets;

import io.quarkiverse.flamingock.runtime.config.TargetProperty;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * A target system of the configuration, as it is written.
 *
 * @param id its id
 * @param datasource the name of its datasource; null where none is given
 * @param mongodbClient the name of its MongoDB client; null where none is given
 * @param kind its kind; null where none is given
 * @param name its name among those of the kind; null where none is given
 */
public record ConfiguredTarget(String id, String datasource, String mongodbClient, String kind, String name) {

    /**
     * @param id its id
     * @param datasource the name of its datasource; null where none is given
     * @param mongodbClient the name of its MongoDB client; null where none is given
     * @param nonTransactional whether its kind is given as non-transactional
     */
    public ConfiguredTarget(String id, String datasource, String mongodbClient, boolean nonTransactional) {
        this(id, datasource, mongodbClient, nonTransactional ? Kind.NON_TRANSACTIONAL : null, null);
    }

    /**
     * @return what its properties begin with, for messages
     */
    public String property() {
        return TargetProperty.of(id);
    }

    /**
     * @return whether its kind is given as non-transactional
     */
    public boolean nonTransactional() {
        return Kind.NON_TRANSACTIONAL.equals(kind);
    }

    TargetDescriptor descriptor() {
        if (datasource != null) {
            return new TargetDescriptor(id, Kind.JDBC, datasource);
        }
        if (mongodbClient != null) {
            return new TargetDescriptor(id, Kind.MONGODB, mongodbClient);
        }
        return kind == null || nonTransactional() ? new TargetDescriptor(id, Kind.NON_TRANSACTIONAL, null)
                : new TargetDescriptor(id, kind, name);
    }
}
