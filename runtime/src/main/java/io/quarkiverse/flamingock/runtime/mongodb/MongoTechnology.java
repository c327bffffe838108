package io.quarkiverse.flamingock.runtime.mongodb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.mongodb.client.MongoClient;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.config.TargetProperty;
import io.quarkiverse.flamingock.runtime.mongodb.client.Clients;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.CollectionNames;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoSettings;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoTargetSystem;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;
import io.quarkus.mongodb.runtime.MongoConfig;
import io.smallrye.common.annotation.Identifier;

/**
 * Opens databases of the application's MongoDB clients as target systems, and as audit stores with their locks.
 */
@Singleton
@Identifier(TargetDescriptor.Kind.MONGODB)
public class MongoTechnology implements AuditStoreKind, ChangeTargetKind {

    private static final Logger LOG = Logger.getLogger(MongoTechnology.class);

    private final Clients clients;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final FlamingockRuntimeConfig config;

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
    public ChangeTarget open(String id, String name) {
        try {
            MongoClient client = client(name);
            FlamingockRuntimeConfig.TargetSystemConfig own = config.targetSystems().get(id);
            String database = own != null && own.database().isPresent() ? own.database().get()
                    : clients.database(name, TargetProperty.of(id).concat(".database"));
            return MongoTargetSystem.of(id, client, database).with(settings());
        } catch (Clients.Unusable e) {
            throw unusable(id, e);
        }
    }

    private static TargetSystemUnavailableException unusable(String id, Clients.Unusable e) {
        String message = "Target system " + id + " can't be used: " + e.getMessage();
        return e instanceof Clients.Inactive ? new InactiveTargetSystemException(message)
                : new TargetSystemUnavailableException(message);
    }

    @Override
    public ChangeTarget configured(ChangeTarget bean) {
        if (!(bean instanceof MongoTargetSystem mongo)) {
            return bean;
        }
        try {
            clients.checkActive(mongo.client());
            return mongo.withIfUnset(settings());
        } catch (Clients.Inactive e) {
            throw unusable(bean.id(), e);
        }
    }

    private MongoSettings settings() {
        return new MongoSettings(config.tablePrefix(), config.lock().takeoverGrace(), MongoSettings.DEFAULT.fenceTimeout(),
                config.autoCreate());
    }

    @Override
    public AuditStore open(String name) {
        Server server = server(name);
        return new MongoAuditStore("MongoDB client ".concat(name), server, config.autoCreate(), new AuditSession(server));
    }

    private MongoClient client(String name) throws Clients.Unusable {
        MongoClient client = clients.get(name);
        if (opened.add(name) && clients.isPoolOfOne(name)) {
            LOG.warnf("The connection pool of MongoDB client %s has room for a single connection: the lease can't be renewed"
                    + " while an operation of a change is at work on this pool, and another instance may take over when one"
                    + " takes longer than quarkus.flamingock.lock.lease; set %s to at least 2", name,
                    MongoConfig.getPropertyName(name, "max-pool-size"));
        }
        return client;
    }

    private Server server(String name) {
        try {
            MongoClient client = client(name);
            String database = config.auditStore().database().isPresent() ? config.auditStore().database().get()
                    : clients.database(name, "quarkus.flamingock.audit-store.database");
            return new Server(client, database, new CollectionNames(config.tablePrefix()));
        } catch (Clients.Inactive e) {
            throw new AuditStoreUnavailableException("The audit store can't be used: " + Sentence.unended(e.getMessage())
                    + ". Nothing can be applied without it, whatever quarkus.flamingock.on-inactive says; to keep the whole"
                    + " extension out of this start, set quarkus.flamingock.active=false");
        } catch (Clients.Unusable e) {
            throw new AuditStoreUnavailableException("The audit store can't be used: " + e.getMessage());
        }
    }
}
