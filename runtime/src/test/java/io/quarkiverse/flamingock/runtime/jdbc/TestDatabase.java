package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkiverse.flamingock.test.servers.PostgresServer;

/**
 * A new, empty database; with connections that come from nowhere, and from pools that take part in JTA transactions.
 */
final class TestDatabase implements AutoCloseable {

    private static final class Server {
        static final PostgresServer POSTGRES = PostgresServer.start();
    }

    private final String url;
    private final String user;
    private final String name;
    private final DataSource dataSource;
    private final List<AgroalDataSource> pools = new ArrayList<>();

    private TestDatabase(String url, String user, String name, DataSource dataSource) {
        this.url = url;
        this.user = user;
        this.name = name;
        this.dataSource = dataSource;
    }

    static TestDatabase h2() {
        String name = UUID.randomUUID().toString();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        dataSource.setUser("sa");
        dataSource.setPassword("any");
        return new TestDatabase(dataSource.getURL(), "sa", name, dataSource);
    }

    static TestDatabase postgres() {
        String name = Server.POSTGRES.createDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(Server.POSTGRES.url(name));
        dataSource.setUser(Server.POSTGRES.user());
        return new TestDatabase(Server.POSTGRES.url(name), Server.POSTGRES.user(), name, dataSource);
    }

    static TransactionManager transactionManager() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    /** Every connection is a new one. */
    DataSource dataSource() {
        return dataSource;
    }

    /** A pool as Quarkus configures it. */
    AgroalDataSource pool(int size) throws SQLException {
        NarayanaTransactionIntegration integration = new NarayanaTransactionIntegration(transactionManager(),
                new TransactionSynchronizationRegistryImple());
        AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(configuration -> configuration.maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .transactionIntegration(integration)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user)).credential(new SimplePassword("any")))));
        pools.add(pool);
        return pool;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The statements that the server was sent until now, PostgreSQL only. */
    List<String> statements() throws SQLException {
        String mark = "SELECT '" + UUID.randomUUID() + "'";
        execute(mark);
        long start = System.nanoTime();
        while (true) {
            List<String> statements = Server.POSTGRES.statements(name);
            int end = statements.indexOf(mark);
            if (end >= 0) {
                return statements.subList(0, end).stream().filter(statement -> !statement.startsWith("SELECT '"))
                        .filter(statement -> !statement.startsWith("SET ")).toList();
            }
            if (System.nanoTime() - start > Duration.ofSeconds(30).toNanos()) {
                throw new IllegalStateException("The log of PostgreSQL does not show the statement that ends it");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        pools.forEach(AgroalDataSource::close);
        if (dataSource instanceof PGSimpleDataSource) {
            Server.POSTGRES.dropDatabase(name);
        }
    }
}
