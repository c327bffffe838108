package io.quarkiverse.flamingock.runtime.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.engine.port.Technology;
import io.quarkiverse.flamingock.runtime.jdbc.connection.DataSources;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.lock.JdbcLeaseLock;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcSettings;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * Opens the application's datasources as target systems, audit store and lock.
 */
@Singleton
public class JdbcTechnology implements Technology {

    private static final Logger LOG = Logger.getLogger(JdbcTechnology.class);

    private final DataSources dataSources;
    private final TransactionManager transactionManager;
    private final JdbcSettings settings;
    private final Map<String, AgroalDataSource> opened = new ConcurrentHashMap<>();
    private final Map<String, Database> stores = new ConcurrentHashMap<>();

    /**
     * @param transactionManager whose transactions the datasources take part in
     * @param configuration the configuration of this start
     */
    @Inject
    public JdbcTechnology(TransactionManager transactionManager, RuntimeConfiguration configuration) {
        this(transactionManager, configuration.settings());
    }

    private JdbcTechnology(TransactionManager transactionManager, FlamingockRuntimeConfig config) {
        this(new DataSources(), transactionManager, new JdbcSettings(config.tablePrefix(), config.transactionTimeout(),
                config.lock().takeoverGrace(), JdbcSettings.DEFAULT.fenceTimeout(), config.autoCreate()));
    }

    JdbcTechnology(DataSources dataSources, TransactionManager transactionManager, JdbcSettings settings) {
        this.dataSources = dataSources;
        this.transactionManager = transactionManager;
        this.settings = settings;
    }

    @Override
    public ChangeTarget target(TargetDescriptor target) {
        if (target.kind() != TargetDescriptor.Kind.JDBC) {
            return null;
        }
        try {
            return JdbcTargetSystem.of(target.id(), open(target.resource()), transactionManager).with(settings);
        } catch (DataSources.Unusable e) {
            throw new TargetSystemUnavailableException("Target system " + target.id() + " can't be used: " + e.getMessage());
        }
    }

    @Override
    public AuditStore auditStore(StoreDescriptor store) {
        return store.kind() == StoreDescriptor.Kind.JDBC
                ? new JdbcAuditStore("datasource ".concat(store.resource()), database(store.resource()))
                : null;
    }

    @Override
    public LeaseLock lock(StoreDescriptor store) {
        return store.kind() == StoreDescriptor.Kind.JDBC ? new JdbcLeaseLock(database(store.resource())) : null;
    }

    /** One for the audit store and its lock. */
    private Database database(String name) {
        Database database = stores.get(name);
        if (database == null) {
            try {
                database = new Database(open(name), transactionManager, settings.tablePrefix(), settings.autoCreate());
            } catch (DataSources.Unusable e) {
                throw new AuditStoreUnavailableException("The audit store can't be used: " + e.getMessage());
            }
            stores.put(name, database);
        }
        return database;
    }

    private AgroalDataSource open(String name) throws DataSources.Unusable {
        AgroalDataSource dataSource = opened.get(name);
        if (dataSource == null) {
            dataSource = dataSources.get(name);
            if (opened.put(name, dataSource) == null
                    && dataSource.getConfiguration().connectionPoolConfiguration().maxSize() == 1) {
                LOG.warnf("The connection pool of datasource %s has room for a single connection: the lease can't be renewed"
                        + " while a change runs on this pool, and another instance may take over when it runs longer than"
                        + " quarkus.flamingock.lock.lease; set %s to at least 2", name,
                        DataSourceUtil.dataSourcePropertyKey(name, "jdbc.max-size"));
            }
        }
        return dataSource;
    }
}
