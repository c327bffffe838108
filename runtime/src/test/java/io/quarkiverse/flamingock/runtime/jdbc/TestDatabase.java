package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;
import javax.sql.XADataSource;

import jakarta.transaction.TransactionManager;

import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;
import io.quarkiverse.flamingock.test.servers.H2TcpServer;
import io.quarkiverse.flamingock.test.servers.MariaDbServer;
import io.quarkiverse.flamingock.test.servers.PostgresServer;

/**
 * A new, empty database; with connections that come from nowhere, and from pools that take part in JTA transactions.
 */
public final class TestDatabase implements AutoCloseable {

    /** Drops a database. */
    private interface Drop {
        void run(String name);
    }

    private final String url;
    private final String user;
    private final String password;
    private final String name;
    private final Dialect dialect;
    private final DataSource dataSource;
    private final Drop drop;
    private final List<AgroalDataSource> pools = new ArrayList<>();

    private TestDatabase(String url, String user, String password, String name, Dialect dialect, DataSource dataSource,
            Drop drop) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.name = name;
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.drop = drop;
    }

    public static TestDatabase h2() {
        String name = UUID.randomUUID().toString();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        dataSource.setUser("sa");
        dataSource.setPassword("any");
        return new TestDatabase(dataSource.getURL(), "sa", "any", name, dialect("H2"), dataSource, ignored -> {
        });
    }

    public static TestDatabase h2Server() {
        H2TcpServer server = TestServers.H2.SERVER;
        String name = server.createDatabase();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(server.url(name));
        dataSource.setUser(server.user());
        dataSource.setPassword(server.user());
        return new TestDatabase(server.url(name), server.user(), server.user(), name, dialect("H2"), dataSource,
                ignored -> {
                });
    }

    public static TestDatabase postgres() {
        PostgresServer server = TestServers.Postgres.SERVER;
        String name = server.createDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(server.url(name));
        dataSource.setUser(server.user());
        return new TestDatabase(server.url(name), server.user(), "any", name, dialect("PostgreSQL"), dataSource,
                server::dropDatabase);
    }

    public static TestDatabase mariaDb() {
        MariaDbServer server = TestServers.MariaDb.SERVER;
        String name = server.createDatabase();
        String url = server.url(name);
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(url);
            dataSource.setUser(server.user());
            dataSource.setPassword(server.user());
            // Of several first connections at once some come without the user.
            dataSource.getConnection().close();
            return new TestDatabase(url, server.user(), server.user(), name, dialect("MariaDB"), dataSource,
                    server::dropDatabase);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Dialect dialect(String product) {
        try {
            return Dialects.of(product, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TransactionManager transactionManager() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public String name() {
        return name;
    }

    public Dialect dialect() {
        return dialect;
    }

    public String quote(String identifier) {
        return dialect.quote(identifier);
    }

    /** The type of a column that numbers the rows. */
    public String identity() {
        return url.startsWith("jdbc:mariadb:") ? "INTEGER AUTO_INCREMENT PRIMARY KEY"
                : "INTEGER GENERATED ALWAYS AS IDENTITY";
    }

    /** What the clock of the database says. */
    public Instant now() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT " + dialect.now() + " AS moment")) {
            row.next();
            return dialect.instant(row, "moment");
        }
    }

    /** Every connection is a new one. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Connections of another user. */
    public AgroalDataSource as(String otherUser, String otherPassword) throws SQLException {
        return kept(new TestPools(url, otherUser, otherPassword).plain(2));
    }

    /** The same, as Quarkus configures a pool. */
    public AgroalDataSource transactionalAs(String otherUser, String otherPassword) throws SQLException {
        return kept(new TestPools(url, otherUser, otherPassword).transactional(1, transactionManager()));
    }

    /** A pool as Quarkus configures it. */
    public AgroalDataSource pool(int size) throws SQLException {
        return pool(size, "");
    }

    /** The same, of connections whose URL ends so. */
    public AgroalDataSource pool(int size, String options) throws SQLException {
        return kept(new TestPools(url + options, user, password).transactional(size, transactionManager()));
    }

    /** Connections that neither commit by themselves nor take part in a JTA transaction. */
    public AgroalDataSource poolWithoutTransactions() throws SQLException {
        return kept(new TestPools(url, user, password).withoutAutoCommit(5));
    }

    /** One connection that is prepared by a statement; the pool can tell its fatal errors, or can't. */
    public AgroalDataSource prepared(String initialSql, boolean sorted) throws SQLException {
        return kept(new TestPools(url, user, password).prepared(initialSql, transactionManager(), sorted));
    }

    /** One connection of two-phase transactions. */
    public AgroalDataSource xa(Class<? extends XADataSource> provider) throws SQLException {
        return kept(new TestPools(url, user, password).xa(provider, transactionManager()));
    }

    private AgroalDataSource kept(AgroalDataSource pool) {
        pools.add(pool);
        return pool;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row. */
    public List<String> query(String sql) throws SQLException {
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

    /**
     * The statements that the server was sent until now, PostgreSQL only; of those that are sent together to clean a session,
     * or to prepare another one, one each.
     */
    public List<String> statements() throws SQLException {
        String mark = "SELECT '" + UUID.randomUUID() + "'";
        execute(mark);
        long start = System.nanoTime();
        while (true) {
            List<String> statements = TestServers.Postgres.SERVER.statements(name);
            int end = statements.indexOf(mark);
            if (end >= 0) {
                return statements.subList(0, end).stream().filter(statement -> !statement.startsWith("SELECT '"))
                        .filter(statement -> !statement.startsWith("SET ")).filter(PostgresServer::isSentAlone).toList();
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
        drop.run(name);
    }
}
