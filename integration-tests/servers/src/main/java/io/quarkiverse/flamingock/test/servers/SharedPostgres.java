package io.quarkiverse.flamingock.test.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL server for all tests of a JVM, also for those of an application that a test runs in a class loader of its
 * own: what is known of it is kept in system properties. It ends with the JVM.
 */
public final class SharedPostgres {

    private static final String URL = "flamingock.test.postgres.url";
    private static final String MARK = "SELECT 'until here ";
    /** How often the log is looked at. */
    private static final int PATIENCE = 600;
    private static final String LOG = "flamingock.test.postgres.log";

    private SharedPostgres() {
    }

    /**
     * @param database the name of a database, lower case; it is created at its first use
     * @return its JDBC URL, with the user
     */
    public static String url(String database) {
        String pattern = start();
        synchronized (VirtualMachine.LOCK) {
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
     * The server writes its log with a delay, so a statement of our own is awaited in it; that one is left out, and so are the
     * SET statements that drivers send when they connect.
     *
     * @param database the name of a database
     * @return all statements that the server was sent for it so far, in order
     */
    public static List<String> statements(String database) {
        String mark = MARK + UUID.randomUUID() + "'";
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(mark);
            Path log = Path.of(System.getProperty(LOG));
            for (int i = 0; i < PATIENCE; i++) {
                List<String> statements = PostgresServer.statements(log, database);
                int end = statements.indexOf(mark);
                if (end >= 0) {
                    return statements.subList(0, end).stream()
                            .filter(each -> !each.startsWith(MARK) && !each.startsWith("SET ")).toList();
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new IllegalStateException("The log of PostgreSQL does not show " + mark);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start() {
        Properties properties = System.getProperties();
        synchronized (VirtualMachine.LOCK) {
            if (properties.getProperty(URL) == null) {
                PostgresServer server = PostgresServer.start();
                properties.setProperty(LOG, server.log().toString());
                properties.setProperty(URL, server.url("%s") + "?user=" + server.user() + "&password=any");
            }
            return properties.getProperty(URL);
        }
    }
}
