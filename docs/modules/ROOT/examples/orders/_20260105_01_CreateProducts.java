package org.acme.orders.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * H2 commits when a table is created, so this is one statement: it is there or it is not.
 */
// tag::change[]
@TargetSystem("orders-database")
@Change(id = "create-products", author = "orders-team", description = "The table of everything the shop sells")
public class _20260105_01_CreateProducts {

    @Apply
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE product (name VARCHAR(100) PRIMARY KEY, price DECIMAL(10, 2), currency CHAR(3))");
        }
    }

    @Rollback
    public void rollback(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS product");
        }
    }
}
// end::change[]
