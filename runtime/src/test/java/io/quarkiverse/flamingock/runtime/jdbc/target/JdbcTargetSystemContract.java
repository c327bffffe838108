package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;
import io.quarkiverse.flamingock.test.contract.TargetSystemContract;

/**
 * A relational target system under the contract. Effects are rows; those that may commit implicitly are tables.
 */
abstract class JdbcTargetSystemContract extends TargetSystemContract {

    static final JdbcSettings SETTINGS = new JdbcSettings("flamingock_", Duration.ofMinutes(5),
            Duration.ofMinutes(5), Duration.ofSeconds(30), true);

    protected final TestDatabase database;
    protected final TransactionManager transactionManager = TestDatabase.transactionManager();
    private AgroalDataSource pool;

    JdbcTargetSystemContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void create() throws SQLException {
        pool = database.pool(20);
        database.execute("CREATE TABLE effect (number " + database.identity() + ", name VARCHAR(100))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected JdbcTargetSystem target() {
        return target(pool);
    }

    protected JdbcTargetSystem target(DataSource dataSource) {
        return JdbcTargetSystem.of("inventory", dataSource, transactionManager).with(SETTINGS);
    }

    /** The next execution of a change, after the markers were read. */
    static ChangeCall again(ChangeTarget target, String change, long token) {
        return again(target, change, token, true);
    }

    static ChangeCall again(ChangeTarget target, String change, long token, boolean transactional) {
        return new ChangeCall("shop", change, "sum-" + token, token, transactional,
                target.fence(Claims.of(token), "shop").of(change));
    }

    protected static <T extends ChangeTarget> T fenced(T target) {
        target.fence(Claims.of(1), "shop");
        return target;
    }

    protected AgroalDataSource pool() {
        return pool;
    }

    @Override
    protected void effect(Supply supply, String effect) throws SQLException {
        insert((Connection) supply.find(Connection.class, null), effect);
    }

    protected static void insert(Connection connection, String effect) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO effect (name) VALUES (?)")) {
            insert.setString(1, effect);
            insert.executeUpdate();
        }
    }

    @Override
    protected void ddl(Supply supply, String effect) throws SQLException {
        try (Statement statement = ((Connection) supply.find(Connection.class, null)).createStatement()) {
            statement.execute("CREATE TABLE ddl_" + effect + " (id INTEGER)");
        }
    }

    @Override
    protected List<String> effects() throws SQLException {
        List<String> effects = new ArrayList<>(database.query("SELECT name FROM effect ORDER BY number"));
        for (String table : database.query(
                "SELECT LOWER(table_name) FROM information_schema.tables WHERE LOWER(table_name) LIKE 'ddl%'")) {
            effects.add(table.substring("ddl_".length()));
        }
        return effects;
    }
}
