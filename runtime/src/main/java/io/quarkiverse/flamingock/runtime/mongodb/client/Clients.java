package io.quarkiverse.flamingock.runtime.mongodb.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Default;

import org.eclipse.microprofile.config.ConfigProvider;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;

import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.mongodb.MongoClientName;
import io.quarkus.mongodb.runtime.MongoClientConfig;
import io.quarkus.mongodb.runtime.MongoClients;
import io.quarkus.mongodb.runtime.MongoConfig;
import io.smallrye.config.SmallRyeConfig;

/**
 * Finds the application's clients by name, and their databases. Quarkus makes a bean of a client only where a class injects it;
 * one that nothing but changes use is made here, of the same configuration.
 */
public class Clients implements AutoCloseable {

    /** A client is missing or inactive, or has no database; the message says what to set. */
    public static class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /** A client is not active at this start; the message says what to set. */
    public static final class Inactive extends Unusable {

        private static final long serialVersionUID = 1;

        Inactive(String message) {
            super(message);
        }
    }

    private final Map<String, MongoClient> own = new ConcurrentHashMap<>();

    /**
     * @param name the name; {@code <default>} for the default client
     * @return the client
     * @throws Unusable when it can't be used
     */
    public MongoClient get(String name) throws Unusable {
        boolean isDefault = MongoConfig.isDefaultClient(name);
        InjectableInstance<MongoClient> instance = Arc.container().select(MongoClient.class,
                isDefault ? Default.Literal.INSTANCE : MongoClientName.Literal.of(name));
        if (instance.isResolvable()) {
            checkActive(instance.getHandle().getBean());
            return instance.get();
        }
        MongoClientConfig configured = isDefault ? null : configured().get(name);
        if (configured == null) {
            throw new Unusable("there is no MongoDB client " + name + ". Set "
                    + MongoConfig.getPropertyName(name, "connection-string") + " also when the application is built");
        }
        if (!configured.active()) {
            throw new Inactive("the MongoDB client " + name + " is not active. Set "
                    + MongoConfig.getPropertyName(name, "active") + " to true");
        }
        return own.computeIfAbsent(name, Arc.container().instance(MongoClients.class).get()::unmanagedMongoClient);
    }

    /**
     * @param client a client that the application has handed in itself
     * @throws Inactive when it is one of the application's that is not active
     */
    public void checkActive(MongoClient client) throws Inactive {
        if (client instanceof ClientProxy proxy) {
            checkActive(proxy.arc_bean());
        }
    }

    private static void checkActive(InjectableBean<?> bean) throws Inactive {
        ActiveResult active = bean.checkActive();
        if (!active.value()) {
            // It names the property to set.
            throw new Inactive(Sentence.unended(active.inactiveReason()));
        }
    }

    /** Only those that properties name: asked for any other, the mapping answers with defaults. */
    private static Map<String, MongoClientConfig> configured() {
        Map<String, MongoClientConfig> configured = new HashMap<>();
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(MongoConfig.class).clients()
                .forEach(configured::put);
        return configured;
    }

    private static MongoClientConfig configuration(String name) {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(MongoConfig.class).clients().get(name);
    }

    /** Closes the clients that are not the application's. */
    @Override
    public void close() {
        own.values().forEach(MongoClient::close);
        own.clear();
    }

    /**
     * @param name the name of a client
     * @return whether its pool has room for a single connection, as far as its configuration says
     */
    public boolean isPoolOfOne(String name) {
        MongoClientConfig client = configuration(name);
        if (client.maxPoolSize().isPresent()) {
            return client.maxPoolSize().getAsInt() == 1;
        }
        Integer size = client.connectionString().map(ConnectionString::new).map(ConnectionString::getMaxConnectionPoolSize)
                .orElse(null);
        return size != null && size == 1;
    }

    /**
     * @param name the name of a client
     * @param property the property of the extension that names another database
     * @return the database that the client is configured with
     * @throws Unusable when there is none
     */
    public String database(String name, String property) throws Unusable {
        MongoClientConfig client = configuration(name);
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
