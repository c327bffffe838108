package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A transactional change that throws, on PostgreSQL: nothing stays, its rollback method is not called, the start fails.
 */
class FailingTransactionTest {

    static final String DATABASE = "failing_transaction";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateUsers.class, _2__Break.class, _3__Never.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .assertException(FailingTransactionTest::assertFailure);

    @Change(id = "create-users", author = "team")
    public static class _1__CreateUsers {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE users (name TEXT)");
        }
    }

    @Change(id = "break", author = "team")
    public static class _2__Break {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO users VALUES ('ada')");
            connection.createStatement().execute("CREATE TABLE half (id INT)");
            connection.createStatement().execute("INSERT INTO missing VALUES (1)");
        }

        @Rollback
        void rollback(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE rollback_was_called (id INT)");
        }
    }

    @Change(id = "never", author = "team")
    public static class _3__Never {
        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }

    private static void assertFailure(Throwable error) {
        assertThat(error).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'break' is in state ROLLED_BACK on target system 'default'"
                        + " (io.quarkiverse.flamingock.start.FailingTransactionTest$_2__Break)")
                .hasMessageContaining("ERROR: relation \"missing\" does not exist")
                .hasMessageContaining("The transaction on target system 'default' was undone.");
    }

    @AfterAll
    static void nothingIsLeft() {
        String url = SharedPostgres.url(DATABASE);
        assertThat(Databases.query(url, "SELECT count(*) FROM users")).containsExactly("0");
        assertThat(Databases.query(url, "SELECT to_regclass('half'), to_regclass('rollback_was_called')"))
                .containsExactly("null null");
        assertThat(Databases.trail(url)).containsExactly("create-users STARTED", "create-users EXECUTED", "break STARTED",
                "break EXECUTION_FAILED", "break ROLLED_BACK");
    }
}
