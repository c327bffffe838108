package org.acme.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

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
        String clock() {
            return "clock_timestamp()";
        }
    };

    /** The folder of the application that was built for it begins so. */
    final String build;
    /** Whether it commits before and after each DDL statement. */
    final boolean commitsDdl;
    /** Whether each statement goes over the wire as text. */
    final boolean sendsText;

    Store(String build, boolean commitsDdl, boolean sendsText) {
        this.build = build;
        this.sendsText = sendsText;
        this.commitsDdl = commitsDdl;
    }

    /** With user and password; the database is created where it is missing. */
    abstract String url(String database);

    abstract void drop(String database);

    /** The moment at which it is evaluated. */
    abstract String clock();

    String clockPlusSeconds(int seconds) {
        return clock() + " + INTERVAL '" + seconds + "' SECOND";
    }

    String timestampType() {
        return "TIMESTAMP WITH TIME ZONE";
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
