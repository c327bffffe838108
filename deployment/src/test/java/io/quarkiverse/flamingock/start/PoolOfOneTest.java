package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A pool with a single connection, which changes, audit and lock share: nothing waits for itself, even where the lease is
 * due for renewal while a change holds the connection.
 */
class PoolOfOneTest {

    static final String DATABASE = "pool_of_one";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, _2__Slow.class, _3__Direct.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.max-size", "1")
            .overrideRuntimeConfigKey("quarkus.flamingock.lock.lease", "6S")
            .setLogRecordPredicate(record -> record.getMessage().contains("room for a single connection"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(String.format(record.getMessage(), record.getParameters())).contains(
                            "The connection pool of datasource <default> has room for a single connection")));

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection, DataSource dataSource) throws SQLException {
            connection.createStatement().execute("CREATE TABLE effect (text TEXT)");
            try (Connection same = dataSource.getConnection()) {
                same.createStatement().execute("INSERT INTO effect VALUES ('created')");
            }
        }
    }

    @Change(id = "slow", author = "team")
    public static class _2__Slow {
        @Apply
        void apply(Connection connection) throws SQLException, InterruptedException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('slow')");
            TimeUnit.MILLISECONDS.sleep(2500);
        }
    }

    @Change(id = "direct", author = "team", transactional = false)
    public static class _3__Direct {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('direct')");
        }
    }

    @Test
    void everythingIsAppliedOnce() {
        assertThat(Databases.query(SharedPostgres.url(DATABASE), "SELECT text FROM effect ORDER BY text"))
                .containsExactly("created", "direct", "slow");
        assertThat(Databases.trail(SharedPostgres.url(DATABASE))).hasSize(6).endsWith("direct STARTED", "direct EXECUTED");
    }
}
