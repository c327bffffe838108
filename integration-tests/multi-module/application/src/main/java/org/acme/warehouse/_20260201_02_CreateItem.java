package org.acme.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

@TargetSystem("inventory")
@Change(id = "create-item", author = "warehouse-team", transactional = false)
class _20260201_02_CreateItem {

    @Apply
    void apply(DataSource inventory) throws SQLException {
        execute(inventory, "CREATE TABLE item (name VARCHAR(50) PRIMARY KEY, stock INT)");
    }

    @Rollback
    void rollback(DataSource inventory) throws SQLException {
        execute(inventory, "DROP TABLE IF EXISTS item");
    }

    private static void execute(DataSource inventory, String sql) throws SQLException {
        try (Connection connection = inventory.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
