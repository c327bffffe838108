package io.quarkiverse.flamingock.runtime.mongodb;

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;

import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.mongodb.runtime.MongoClientBeanUtil;
import io.quarkus.mongodb.runtime.MongoClientConfig;
import io.quarkus.mongodb.runtime.MongoConfig;
import io.smallrye.config.SmallRyeConfig;

/**
 * Finds the application's clients by name, and their databases.
 */
class Clients {

    /** A client is missing or inactive, or has no database; the message says what to set. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * @param name the name; {@code <default>} for the default client
     * @return the client
     */
    MongoClient get(String name) throws Unusable {
        InjectableInstance<MongoClient> instance = MongoClientBeanUtil.mongoClientInstance(name);
        if (!instance.isResolvable()) {
            throw new Unusable("there is no MongoDB client " + name + ". Set "
                    + MongoConfig.getPropertyName(name, "connection-string") + " also when the application is built");
        }
        ActiveResult active = instance.getHandle().getBean().checkActive();
        if (!active.value()) {
            // It names the property to set.
            throw new Unusable(active.inactiveReason());
        }
        return instance.get();
    }

    /**
     * @param name the name of a client
     * @param property the property of the extension that names another database
     * @return the database that the client is configured with
     */
    String database(String name, String property) throws Unusable {
        MongoClientConfig client = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                .getConfigMapping(MongoConfig.class).clients().get(name);
        Optional<String> database = client.database();
        if (database.isEmpty() && client.connectionString().isPresent()) {
            database = Optional.ofNullable(new ConnectionString(client.connectionString().get()).getDatabase());
        }
        if (database.isEmpty()) {
            throw new Unusable(
                    "no database is named. Set " + MongoConfig.getPropertyName(name, "database") + " or " + property);
        }
        return database.get();
    }
}
