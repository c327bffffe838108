package io.quarkiverse.flamingock.dev;

import java.sql.Connection;
import java.sql.SQLException;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

@Change(id = "add-note", author = "team")
public class _2__AddNote {

    @Apply
    void apply(Connection connection) throws SQLException {
        connection.createStatement().execute("INSERT INTO note VALUES ('added while running')");
    }
}
