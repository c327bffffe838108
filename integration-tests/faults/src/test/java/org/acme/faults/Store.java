package org.acme.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.test.servers.H2TcpServer;
import io.quarkiverse.flamingock.test.servers.SharedMariaDb;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;

/**
 * A kind of database, with what the harness must know of it.
 */
enum Store {

    POSTGRESQL("postgresql", false, true) {
        @Override
        String url(String database) {
            return SharedPostgres.url(database);
        }

        @Override
        void drop(String database) {
            execute(url("postgres"), "DROP DATABASE " + database + " WITH (FORCE)");
        }

        @Override
        String inText(String statement) {
            return statement.replaceAll("(flamingock_[a-z]+)", "\"$1\"");
        }

        @Override
        String readOnly(World world) {
            return world.url() + "&options=-c%20default_transaction_read_only=on";
        }

        @Override
        String refusesWrites() {
            return "read-only transaction";
        }

        @Override
        void loseNoDeadlock(Statement session) throws SQLException {
            session.execute("SET deadlock_timeout = '60s'");
        }
    },

    MARIADB("mariadb", true, true) {
        @Override
        String url(String database) {
            return SharedMariaDb.url(database);
        }

        @Override
        void drop(String database) {
            execute(url("mysql"), "DROP DATABASE " + database);
        }

        /** Its kind is "other" for Quarkus, which then can't tell from an error that a connection is broken. */
        @Override
        List<String> properties() {
            List<String> properties = new ArrayList<>(VALIDATED);
            // the driver's own check has no timeout
            properties.add("-Dquarkus.datasource.jdbc.validation-query-sql=SELECT 1");
            properties.add("-Dquarkus.datasource.store.jdbc.validation-query-sql=SELECT 1");
            return properties;
        }

        @Override
        String clock() {
            return "UTC_TIMESTAMP(6)";
        }

        @Override
        String timestampType() {
            return "DATETIME(6)";
        }

        @Override
        Instant instant(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }

        @Override
        String inText(String statement) {
            return statement.replaceAll("(flamingock_[a-z]+)", "`$1`");
        }

        @Override
        String readOnly(World world) {
            return world.url() + "&sessionVariables=tx_read_only=1";
        }

        @Override
        String refusesWrites() {
            return "READ ONLY transaction";
        }

        @Override
        void loseNoDeadlock(Statement session) throws SQLException {
            // The one that has changed fewer rows is the victim.
            for (int row = 100; row < 200; row++) {
                session.execute("INSERT INTO counter (id, n) VALUES (" + row + ", 0)");
            }
        }
    },

    H2("h2", true, false) {
        @Override
        String url(String database) {
            return H2Server.INSTANCE.url(database) + ";DATABASE_TO_UPPER=FALSE;USER=sa;PASSWORD=sa";
        }

        @Override
        void drop(String database) {
            execute(url(database), "SHUTDOWN IMMEDIATELY");
        }

        /** The pool can't tell from an error of H2 that a connection is broken. */
        @Override
        List<String> properties() {
            return VALIDATED;
        }

        @Override
        String clock() {
            return "CURRENT_TIMESTAMP";
        }

        @Override
        void prepare(World world) {
            world.execute("CREATE ALIAS PAUSE FOR \"org.acme.faults.H2Functions.pause\"");
            world.execute("CREATE USER reader PASSWORD 'reader'");
            world.execute("GRANT SELECT ON SCHEMA PUBLIC TO reader");
        }

        @Override
        String readOnly(World world) {
            return world.url().replace("DB_CLOSE_DELAY=-1;", "").replace("USER=sa;PASSWORD=sa",
                    "USER=reader;PASSWORD=reader");
        }

        @Override
        String refusesWrites() {
            return "Not enough rights";
        }
    };

    private static final List<String> VALIDATED = List.of("-Dquarkus.datasource.jdbc.validate-on-borrow=true",
            "-Dquarkus.datasource.store.jdbc.validate-on-borrow=true");

    /** One server in this JVM. */
    private static final class H2Server {
        static final H2TcpServer INSTANCE = H2TcpServer.start();
    }

    /** The folder of the application that was built for it begins so. */
    final String build;
    /** Whether it commits before and after each DDL statement. */
    final boolean commitsDdl;
    /** Whether each statement goes over the wire as text. */
    final boolean sendsText;

    Store(String build, boolean commitsDdl, boolean sendsText) {
        this.build = build;
        this.commitsDdl = commitsDdl;
        this.sendsText = sendsText;
    }

    /** With user and password; the database is created where it is missing. */
    abstract String url(String database);

    abstract void drop(String database);

    /** The same database for one who may only read. */
    abstract String readOnly(World world);

    /** Part of its message to one who may only read. */
    abstract String refusesWrites();

    /** The moment at which it is evaluated. */
    String clock() {
        return "clock_timestamp()";
    }

    String clockPlusSeconds(int seconds) {
        return clock() + " + INTERVAL '" + seconds + "' SECOND";
    }

    String timestampType() {
        return "TIMESTAMP(6) WITH TIME ZONE";
    }

    Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A statement with names of tables as they are quoted when they are sent. */
    String inText(String statement) {
        return statement;
    }

    /** What children need to know beyond the place. */
    List<String> properties() {
        return List.of();
    }

    /** In a deadlock between this session and another, it is the other that gives in. */
    void loseNoDeadlock(Statement session) throws SQLException {
    }

    /** Whatever else changes of the application need. */
    void prepare(World world) {
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not " + sql, e);
        }
    }
}
