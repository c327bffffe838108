package io.quarkiverse.flamingock.deployment.validate;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * The audit store as the configuration names it.
 *
 * @param datasource the name of a datasource; null where none is given
 * @param mongodbClient the name of a MongoDB client; null where none is given
 */
public record NamedStore(String datasource, String mongodbClient) {

    /**
     * @param config the configuration of the build
     * @return what it says
     */
    public static NamedStore of(FlamingockBuildTimeConfig config) {
        return new NamedStore(config.auditStore().datasource().orElse(null), config.auditStore().mongodbClient().orElse(null));
    }

    /**
     * @param targets the data stores of the application
     * @return the one that is named, or else the only one; null where neither is so
     */
    public DataStore resolve(KnownTargets targets) {
        if (datasource != null) {
            return new DataStore(Kind.JDBC, datasource);
        }
        if (mongodbClient != null) {
            return new DataStore(Kind.MONGODB, mongodbClient);
        }
        return targets.stores().size() == 1 ? targets.stores().get(0) : null;
    }
}
