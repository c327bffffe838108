package org.acme.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tables.
 *
 * @param url of the database
 */
record SqlShelf(String url) implements Shelf {

    @Override
    public void put(String name) {
        Sql.execute(url, "CREATE TABLE " + name
                + " (name VARCHAR(100) PRIMARY KEY, price DECIMAL(10, 2), currency CHAR(3))");
        Sql.execute(url, "INSERT INTO " + name + " VALUES ('Bread', 9.90, NULL), ('Old cheese', 1.00, 'DEM')");
    }

    @Override
    public boolean has(String name) {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, name, null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String content(String name) {
        StringBuilder content = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + name + " ORDER BY 1")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    content.append(rows.getString(i)).append(' ');
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("I10: what was in " + name + " before can't be read", e);
        }
        return content.toString();
    }

    @Override
    public void rename(String name, String next) {
        Sql.execute(url, "ALTER TABLE " + name + " RENAME TO " + next);
    }

    @Override
    public void remove(String name) {
        Sql.execute(url, "DROP TABLE " + name);
    }
}
