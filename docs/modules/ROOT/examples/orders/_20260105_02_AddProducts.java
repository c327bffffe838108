package org.acme.orders.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

// tag::change[]
@TargetSystem("orders-database")
@Change(id = "add-products", author = "orders-team")
public class _20260105_02_AddProducts {

    @Apply
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO product (name, price) VALUES ('Bread', 3.20), ('Coffee', 7.90)");
        }
    }

    @Rollback
    public void rollback(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM product WHERE name IN ('Bread', 'Coffee')");
        }
    }
}
// end::change[]
