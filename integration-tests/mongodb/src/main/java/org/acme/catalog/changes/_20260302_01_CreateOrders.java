package org.acme.catalog.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The other database.
 */
@TargetSystem("orders")
@Change(id = "create-orders", author = "orders-team")
public class _20260302_01_CreateOrders {

    @Apply
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (product TEXT PRIMARY KEY)");
            statement.execute("INSERT INTO orders VALUES ('pencil')");
        }
    }

    @Rollback
    public void rollback(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE orders");
        }
    }
}
