package org.acme.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;

@TargetSystem("users")
@Change(id = "create-account", author = "accounts-team")
public class _20260201_01_CreateAccount {

    @Apply
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE account (login VARCHAR(50) PRIMARY KEY)");
            statement.execute("INSERT INTO account (login) VALUES ('root')");
        }
    }

    @Rollback
    public void rollback(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE account");
        }
    }
}
