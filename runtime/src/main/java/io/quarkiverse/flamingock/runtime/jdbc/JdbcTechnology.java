package io.quarkiverse.flamingock.runtime.jdbc;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.config.SchemaName;
import io.quarkiverse.flamingock.runtime.jdbc.connection.DataSources;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.OwnSchemas;
import io.quarkiverse.flamingock.runtime.jdbc.fence.FenceTables;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcSettings;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.smallrye.common.annotation.Identifier;

/**
 * Opens the application's datasources as target systems, and as audit stores with their locks.
 */
@Singleton
@Identifier(TargetDescriptor.Kind.JDBC)
public class JdbcTechnology implements AuditStoreKind, ChangeTargetKind {

    private static final Logger LOG = Logger.getLogger(JdbcTechnology.class);

    private static final String RECOVERY = "quarkus.transaction-manager.enable-recovery";
    /** Recovery looks every two minutes, and ends what it has seen twice. */
    private static final Duration RECOVERY_TIME = Duration.ofMinutes(5);

    private final DataSources dataSources;
    private final TransactionManager transactionManager;
    private final JdbcSettings settings;
    private final OwnSchemas schemas;
    private final Map<String, AgroalDataSource> opened = new ConcurrentHashMap<>();
    private final Map<DataSource, JdbcAuditStore> stores = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param transactionManager whose transactions the datasources take part in
     * @param configuration the configuration of this start
     */
    @Inject
    public JdbcTechnology(TransactionManager transactionManager, RuntimeConfiguration configuration) {
        this(transactionManager, configuration.settings(), recovers() ? RECOVERY_TIME : Duration.ZERO);
    }

    /** Not injected: Quarkus registers the class around an injected value for reflection. */
    private static boolean recovers() {
        return ConfigProvider.getConfig().getOptionalValue(RECOVERY, Boolean.class).orElse(false);
    }

    private JdbcTechnology(TransactionManager transactionManager, FlamingockRuntimeConfig config, Duration recoveryTime) {
        this(new DataSources(), transactionManager, new JdbcSettings(
                SchemaName.checked(config.schema()), config.tablePrefix(), config.transactionTimeout(),
                config.lock().takeoverGrace(), JdbcSettings.DEFAULT.fenceTimeout(), config.autoCreate(),
                recoveryTime));
    }

    JdbcTechnology(DataSources dataSources, TransactionManager transactionManager, JdbcSettings settings) {
        this.dataSources = dataSources;
        this.transactionManager = transactionManager;
        this.settings = settings;
        this.schemas = new OwnSchemas(settings.schema());
    }

    @Override
    public ChangeTarget open(String id, String name) {
        try {
            AgroalDataSource dataSource = dataSource(name);
            announce(dataSource);
            schemas.of(dataSource, name);
            return JdbcTargetSystem.of(id, dataSource, transactionManager).with(settings, schemas);
        } catch (DataSources.Unusable e) {
            throw unusable(id, e);
        }
    }

    @Override
    public ChangeTarget configured(ChangeTarget bean) {
        if (!(bean instanceof JdbcTargetSystem jdbc)) {
            return bean;
        }
        try {
            schemas.of(jdbc.dataSource(), dataSources.name(jdbc.dataSource()));
            announce(jdbc.dataSource());
            return jdbc.withIfUnset(settings, schemas);
        } catch (DataSources.Unusable e) {
            throw unusable(bean.id(), e);
        }
    }

    private static TargetSystemUnavailableException unusable(String id, DataSources.Unusable e) {
        String message = "Target system " + id + " can't be used: " + e.getMessage();
        return e instanceof DataSources.Inactive ? new InactiveTargetSystemException(message)
                : new TargetSystemUnavailableException(message);
    }

    /** Whoever has to create the tables of the audit store learns of those of the target system beside it, too. */
    private void announce(DataSource dataSource) {
        JdbcAuditStore store = stores.get(dataSource);
        if (store != null) {
            store.announce(FenceTables.ALL);
        }
    }

    @Override
    public AuditStore open(String name) {
        try {
            AgroalDataSource dataSource = dataSource(name);
            JdbcAuditStore store = new JdbcAuditStore("datasource ".concat(name), new Database(dataSource,
                    transactionManager, schemas.of(dataSource, name), settings.tablePrefix(), settings.autoCreate()));
            stores.put(dataSource, store);
            return store;
        } catch (DataSources.Inactive e) {
            throw new AuditStoreUnavailableException("The audit store can't be used: " + Sentence.unended(e.getMessage())
                    + ". Nothing can be applied without it, whatever quarkus.flamingock.on-inactive says; to keep the whole"
                    + " extension out of this start, set quarkus.flamingock.active=false");
        } catch (DataSources.Unusable e) {
            throw new AuditStoreUnavailableException("The audit store can't be used: " + e.getMessage());
        }
    }

    private AgroalDataSource dataSource(String name) throws DataSources.Unusable {
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
