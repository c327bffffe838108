package io.quarkiverse.flamingock.test.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * One PostgreSQL server for all tests of a JVM, also for those of an application that a test runs in a class loader of its
 * own: what is known of it is kept in system properties. It ends with the JVM.
 */
public final class SharedPostgres {

    private static final String URL = "flamingock.test.postgres.url";
    private static final String LOG = "flamingock.test.postgres.log";

    private SharedPostgres() {
    }

    /**
     * @param database the name of a database, lower case; it is created at its first use
     * @return its JDBC URL, with the user
     */
    public static String url(String database) {
        String pattern = start();
        synchronized (System.getProperties()) {
            try (Connection connection = DriverManager.getConnection(String.format(pattern, "postgres"));
                    Statement statement = connection.createStatement()) {
                if (!statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'").next()) {
                    statement.execute("CREATE DATABASE " + database);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("could not create database " + database, e);
            }
        }
        return String.format(pattern, database);
    }

    /**
     * @param database the name of a database
     * @return a connection to it
     */
    public static Connection connect(String database) {
        try {
            return DriverManager.getConnection(url(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param database the name of a database
     * @return all statements that the server was sent for it so far, in order
     */
    public static List<String> statements(String database) {
        start();
        return PostgresServer.statements(Path.of(System.getProperty(LOG)), database);
    }

    private static String start() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (properties.getProperty(URL) == null) {
                PostgresServer server = PostgresServer.start();
                properties.setProperty(LOG, server.log().toString());
                properties.setProperty(URL, server.url("%s") + "?user=" + server.user() + "&password=any");
            }
            return properties.getProperty(URL);
        }
    }
}
