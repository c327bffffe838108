package org.acme.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * Changes a table that the library's change made.
 */
@TargetSystem("users")
@Change(id = "add-status", author = "warehouse-team")
class _20260201_03_AddStatus {

    @Apply
    void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE account ADD COLUMN status VARCHAR(20) NOT NULL DEFAULT 'active'");
        }
    }

    @Rollback
    void rollback(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE account DROP COLUMN status");
        }
    }
}
