package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.config.FlamingockBuildTimeConfig;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor.Kind;

/**
 * The audit store as the configuration names it; null what is not given.
 *
 * @param datasource the name of a datasource
 * @param mongodbClient the name of a MongoDB client
 * @param kind the kind of an audit store
 * @param name its name among those of the kind
 * @param identifier the identifier of a bean
 */
public record NamedStore(String datasource, String mongodbClient, String kind, String name, String identifier) {

    /**
     * @param datasource the name of a datasource; null where none is given
     * @param mongodbClient the name of a MongoDB client; null where none is given
     */
    public NamedStore(String datasource, String mongodbClient) {
        this(datasource, mongodbClient, null, null, null);
    }

    /**
     * @param config the configuration of the build
     * @return what it says
     */
    public static NamedStore of(FlamingockBuildTimeConfig config) {
        FlamingockBuildTimeConfig.AuditStoreConfig store = config.auditStore();
        return new NamedStore(store.datasource().orElse(null), store.mongodbClient().orElse(null),
                store.kind().orElse(null), store.name().orElse(null), store.identifier().orElse(null));
    }

    /** The properties that say where to record; at most one of them may be set. */
    List<String> set() {
        List<String> set = new ArrayList<>();
        if (datasource != null) {
            set.add("datasource");
        }
        if (mongodbClient != null) {
            set.add("mongodb-client");
        }
        if (kind != null) {
            set.add("kind");
        }
        if (identifier != null) {
            set.add("identifier");
        }
        return set;
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
        if (kind != null) {
            return name == null ? null : new DataStore(kind, name);
        }
        if (identifier != null) {
            return new DataStore(Kind.BEAN, identifier);
        }
        List<DataStore> stores = targets.auditStores();
        return stores.size() == 1 ? stores.get(0) : null;
    }
}
