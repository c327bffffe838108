package io.quarkiverse.flamingock.runtime.mongodb;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.mongodb.client.MongoClient;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.engine.port.Technology;
import io.quarkiverse.flamingock.runtime.mongodb.client.Clients;
import io.quarkiverse.flamingock.runtime.mongodb.lock.MongoLeaseLock;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.CollectionNames;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoSettings;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoTargetSystem;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * Opens databases of the application's MongoDB clients as target systems, audit store and lock.
 */
@Singleton
public class MongoTechnology implements Technology {

    private final Clients clients;
    private final FlamingockRuntimeConfig config;
    private AuditSession session;

    /**
     * @param configuration the configuration of this start
     */
    @Inject
    public MongoTechnology(RuntimeConfiguration configuration) {
        this(new Clients(), configuration.settings());
    }

    MongoTechnology(Clients clients, FlamingockRuntimeConfig config) {
        this.clients = clients;
        this.config = config;
    }

    @PreDestroy
    void close() {
        clients.close();
    }

    @Override
    public ChangeTarget target(TargetDescriptor target) {
        if (target.kind() != TargetDescriptor.Kind.MONGODB) {
            return null;
        }
        try {
            MongoClient client = clients.get(target.resource());
            FlamingockRuntimeConfig.TargetSystemConfig own = config.targetSystems().get(target.id());
            String database = own != null && own.database().isPresent() ? own.database().get()
                    : clients.database(target.resource(),
                            "quarkus.flamingock.target-systems.\"".concat(target.id()).concat("\".database"));
            return MongoTargetSystem.of(target.id(), client, database).with(new MongoSettings(config.tablePrefix(),
                    config.lock().takeoverGrace(), MongoSettings.DEFAULT.fenceTimeout(), config.autoCreate()));
        } catch (Clients.Unusable e) {
            throw new TargetSystemUnavailableException("Target system " + target.id() + " can't be used: " + e.getMessage());
        }
    }

    @Override
    public AuditStore auditStore(StoreDescriptor store) {
        return store.kind() == StoreDescriptor.Kind.MONGODB
                ? new MongoAuditStore("MongoDB client ".concat(store.resource()), server(store), config.autoCreate(),
                        session(store))
                : null;
    }

    @Override
    public LeaseLock lock(StoreDescriptor store) {
        return store.kind() == StoreDescriptor.Kind.MONGODB ? new MongoLeaseLock(server(store), session(store)) : null;
    }

    /** One for store and lock: an application has a single audit store. */
    private synchronized AuditSession session(StoreDescriptor store) {
        if (session == null) {
            session = new AuditSession(server(store));
        }
        return session;
    }

    private Server server(StoreDescriptor store) {
        try {
            MongoClient client = clients.get(store.resource());
            String database = config.auditStore().database().isPresent() ? config.auditStore().database().get()
                    : clients.database(store.resource(), "quarkus.flamingock.audit-store.database");
            return new Server(client, database, new CollectionNames(config.tablePrefix()));
        } catch (Clients.Unusable e) {
            throw new AuditStoreUnavailableException("The audit store can't be used: " + e.getMessage());
        }
    }
}
