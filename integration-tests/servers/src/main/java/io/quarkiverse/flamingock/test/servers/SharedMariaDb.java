package io.quarkiverse.flamingock.test.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * One MariaDB server for all tests of a JVM, also for those of an application that a test runs in a class loader of its
 * own: what is known of it is kept in system properties. It starts at its first use and ends with the JVM.
 */
public final class SharedMariaDb {

    private static final String URL = "flamingock.test.mariadb.url";

    private SharedMariaDb() {
    }

    /**
     * @param database the name of a database, lower case; it is created at its first use
     * @return its JDBC URL, with the user
     */
    public static String url(String database) {
        String pattern = start();
        try (Connection connection = DriverManager.getConnection(String.format(pattern, "mysql"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + database, e);
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

    private static String start() {
        Properties properties = System.getProperties();
        synchronized (VirtualMachine.LOCK) {
            if (properties.getProperty(URL) == null) {
                MariaDbServer server = MariaDbServer.start();
                properties.setProperty(URL,
                        server.url("%s") + "?user=" + server.user() + "&password=" + server.user());
            }
            return properties.getProperty(URL);
        }
    }
}
