package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.XADataSource;

import jakarta.transaction.TransactionManager;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.MySQLExceptionSorter;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;

/** Pools of connections to one database. */
record TestPools(String url, String user, String password) {

    AgroalDataSource plain(int size) throws SQLException {
        // only an administrator may set that
        return open(pool(size, factory(url.replace(";DB_CLOSE_DELAY=-1", ""))));
    }

    AgroalDataSource withoutAutoCommit(int size) throws SQLException {
        return open(pool(size, factory(url).autoCommit(false)));
    }

    AgroalDataSource transactional(int size, TransactionManager manager) throws SQLException {
        return open(pool(size, factory(url)).acquisitionTimeout(Duration.ofSeconds(5)).exceptionSorter(sorter())
                .transactionIntegration(
                        new NarayanaTransactionIntegration(manager, new TransactionSynchronizationRegistryImple())));
    }

    /** One connection that is prepared by a statement, and whose errors nobody sorts. */
    AgroalDataSource prepared(String initialSql, TransactionManager manager, boolean sorted) throws SQLException {
        return open(pool(1, factory(url).initialSql(initialSql)).acquisitionTimeout(Duration.ofSeconds(5))
                .exceptionSorter(sorted ? sorter() : null).transactionIntegration(
                        new NarayanaTransactionIntegration(manager, new TransactionSynchronizationRegistryImple())));
    }

    /** One connection of two-phase transactions. */
    AgroalDataSource xa(Class<? extends XADataSource> provider, TransactionManager manager) throws SQLException {
        return open(pool(1, factory(url).connectionProviderClass(provider)).acquisitionTimeout(Duration.ofSeconds(5))
                .exceptionSorter(sorter()).transactionIntegration(
                        new NarayanaTransactionIntegration(manager, new TransactionSynchronizationRegistryImple())));
    }

    private AgroalConnectionFactoryConfigurationSupplier factory(String jdbcUrl) {
        return new AgroalConnectionFactoryConfigurationSupplier().jdbcUrl(jdbcUrl).principal(new NamePrincipal(user))
                .credential(new SimplePassword(password));
    }

    private static AgroalConnectionPoolConfigurationSupplier pool(int size,
            AgroalConnectionFactoryConfigurationSupplier factory) {
        return new AgroalConnectionPoolConfigurationSupplier().maxSize(size).connectionFactoryConfiguration(factory);
    }

    private static AgroalDataSource open(AgroalConnectionPoolConfigurationSupplier pool) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool));
    }

    /** As Quarkus does for these databases. */
    private ExceptionSorter sorter() {
        return url.startsWith("jdbc:postgresql:") ? new PostgreSQLExceptionSorter()
                : url.startsWith("jdbc:mariadb:") ? new MySQLExceptionSorter() : null;
    }
}
