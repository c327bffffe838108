package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes that are what a database tool has dumped: they say where names are looked up, and that foreign keys wait. The changes
 * after them, the audit and the application on the same single connection don't notice.
 */
class DumpTest {

    static final String DATABASE = "dump";
    static final String SETTINGS = "SELECT current_setting('search_path') || ', ' || current_user || ', '"
            + " || current_setting('session_replication_role') || ', ' || current_setting('default_transaction_read_only')"
            + " || ', ' || current_setting('application_name')";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar
                    .addClasses(_1__Dumped.class, _2__InCode.class, _3__Direct.class, _4__Next.class, Databases.class,
                            Bean.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.new-connection-sql",
                    "SET application_name = 'shop'")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.max-size", "1");

    @Inject
    AgroalDataSource dataSource;

    /** Of the application: it joins the transaction of the change that calls it. */
    @jakarta.enterprise.context.ApplicationScoped
    public static class Bean {

        @Inject
        AgroalDataSource dataSource;

        @Transactional
        public void leave() throws SQLException {
            try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE limited");
                statement.execute("SET ROLE limited");
                statement.execute("SET default_transaction_read_only = on");
            }
        }
    }

    @Change(id = "dumped", author = "team")
    public static class _1__Dumped {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("""
                    SET statement_timeout = 0;
                    SET client_encoding = 'UTF8';
                    SELECT pg_catalog.set_config('search_path', '', false);
                    SET check_function_bodies = false;
                    SET session_replication_role = replica;
                    CREATE TABLE public.effect (text TEXT);
                    INSERT INTO public.effect VALUES ('dumped');
                    """);
        }
    }

    @Change(id = "in-code", author = "team")
    public static class _2__InCode {
        @Apply
        void apply(Connection connection, Bean bean) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('" + settings(connection) + "')");
            bean.leave();
        }
    }

    @Change(id = "direct", author = "team", transactional = false)
    public static class _3__Direct {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('" + settings(connection) + "')");
            connection.createStatement().execute("SET search_path = nowhere");
            connection.createStatement().execute("SET default_transaction_read_only = on");
        }
    }

    @Change(id = "next", author = "team")
    public static class _4__Next {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES ('" + settings(connection) + "')");
        }
    }

    static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            return row.getString(1).replace("\"", "").replace("'", "");
        }
    }

    @Test
    void nobodyNoticesWhatADumpHasSet() throws SQLException {
        String original = "$user, public, postgres, origin, off, shop";
        List<String> seen = Databases.query(SharedPostgres.url(DATABASE), "SELECT text FROM public.effect");
        assertThat(seen).containsExactly("dumped", original, original, original);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(settings(connection)).isEqualTo(original);
        }
        assertThat(Databases.trail(SharedPostgres.url(DATABASE))).containsExactly("dumped STARTED", "dumped EXECUTED",
                "in-code STARTED", "in-code EXECUTED", "direct STARTED", "direct EXECUTED", "next STARTED", "next EXECUTED");
    }
}
