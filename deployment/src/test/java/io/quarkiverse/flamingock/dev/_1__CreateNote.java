package io.quarkiverse.flamingock.dev;

import java.sql.Connection;
import java.sql.SQLException;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

@Change(id = "create-note", author = "team", description = "Where notes are kept")
public class _1__CreateNote {

    @Apply
    void apply(Connection connection) throws SQLException {
        connection.createStatement().execute("CREATE TABLE note (text VARCHAR(50))");
    }
}
