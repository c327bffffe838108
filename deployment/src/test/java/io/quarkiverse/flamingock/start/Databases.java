package io.quarkiverse.flamingock.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into databases past the application.
 */
public final class Databases {

    private Databases() {
    }

    /** The URL of an H2 database in memory that lives as long as the JVM. */
    public static String h2(String name) {
        return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    private static Connection connect(String url) throws SQLException {
        return url.startsWith("jdbc:h2:") ? DriverManager.getConnection(url, "sa", "sa") : DriverManager.getConnection(url);
    }

    /** The rows of a query, columns joined by a blank. */
    public static List<String> query(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : " ").append(rows.getString(i));
                }
                found.add(line.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(String url, String... sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The audit as short lines: change and state. */
    public static List<String> trail(String url) {
        return query(url, "SELECT change_id, state FROM \"flamingock_audit\" ORDER BY sequence");
    }
}
