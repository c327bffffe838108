package org.acme.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

@TargetSystem("inventory")
@Change(id = "add-items", author = "warehouse-team")
class _20260201_04_AddItems {

    private final ChangeContext context;

    _20260201_04_AddItems(ChangeContext context) {
        this.context = context;
    }

    @Apply
    void apply(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name, stock) VALUES (?, ?)")) {
            insert.setString(1, context.changeId());
            insert.setInt(2, context.attempt());
            insert.executeUpdate();
        }
    }

    @Rollback
    void rollback(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM item WHERE name = ?")) {
            delete.setString(1, context.changeId());
            delete.executeUpdate();
        }
    }
}
