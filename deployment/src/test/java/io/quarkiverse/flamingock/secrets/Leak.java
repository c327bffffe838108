package io.quarkiverse.flamingock.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.test.servers.Told;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An application whose change fails in many ways, each of which tells a secret: what the database itself makes of them is what
 * counts. None is seen in the audit, in the log or in what is thrown.
 */
abstract class Leak {

    /** Part of all secrets. */
    static final String SECRET = "hunter2";

    /** What goes wrong. */
    interface Mistake {
        void make(Connection connection) throws Exception;
    }

    private static Mistake mistake;

    @Change(id = "leak", author = "team")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    public static class _1__Leak {
        @Apply
        void apply(Connection connection) throws Exception {
            mistake.make(connection);
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    DataSource database;

    static QuarkusUnitTest application(String kind, String url) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(Leak.class, Mistake.class, _1__Leak.class, Secrets.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", kind)
                .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", url)
                .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");
    }

    /** Prepares what {@link #statements()} need. */
    abstract List<String> before();

    /** Each fails, with the secret in it; several are sent as one batch where they are separated by {@code ;;}. */
    abstract List<String> statements();

    @Test
    void statementsThatFailTellNoSecret() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : before()) {
                statement.execute(sql);
            }
        }
        for (String sql : statements()) {
            assertNothingIsTold(sql, connection -> {
                try (Statement statement = connection.createStatement()) {
                    if (sql.contains(";;")) {
                        for (String one : sql.split(";;")) {
                            statement.addBatch(one);
                        }
                        statement.executeBatch();
                    } else {
                        statement.execute(sql);
                    }
                }
            });
        }
    }

    @Test
    void errorsOfTheApplicationTellNoSecret() throws SQLException {
        for (String text : Secrets.TEXTS) {
            assertNothingIsTold(text, connection -> {
                throw new IllegalStateException(text);
            });
            assertNothingIsTold("as a cause: " + text, connection -> {
                throw new IllegalStateException("outer", new Exception("inner", new Exception(text)));
            });
            assertNothingIsTold("suppressed: " + text, connection -> {
                Exception error = new IllegalStateException("outer", new Exception("inner"));
                error.getCause().addSuppressed(new Exception(text));
                error.addSuppressed(new Exception(text));
                throw error;
            });
            assertNothingIsTold("cut: " + text, connection -> {
                throw new AssertionError("x".repeat(1_990 - text.indexOf(SECRET)) + " " + text);
            });
        }
    }

    void assertNothingIsTold(String what, Mistake made) throws SQLException {
        mistake = made;
        Throwable thrown;
        String logged;
        try (Told told = Told.begin()) {
            thrown = catchThrowable(flamingock::apply);
            logged = told.text();
        }
        assertThat(thrown).as(what).isInstanceOf(ChangeFailedException.class).hasMessageContaining("Change 'leak'");
        assertThat(Told.of(thrown)).as(what).doesNotContain(SECRET);
        assertThat(logged).as(what).contains("leak").doesNotContain(SECRET);
        assertThat(flamingock.history(HistoryQuery.newest(5))).as(what).asString().contains("leak").doesNotContain(SECRET);
        for (String table : List.of("flamingock_audit", "flamingock_state")) {
            assertThat(rows(table)).as(what + " in " + table).isNotEmpty().noneMatch(value -> value.contains(SECRET));
        }
    }

    /** All values of all columns. */
    private List<String> rows(String table) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(table))) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
            }
        }
        return values;
    }

    String quoted(String table) {
        return '"' + table + '"';
    }
}
