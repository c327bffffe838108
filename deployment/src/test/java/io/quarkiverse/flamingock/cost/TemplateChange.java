package io.quarkiverse.flamingock.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

/**
 * A trivial change, from which {@link ManyChanges} makes many.
 */
@Change(id = "template", order = "template", author = "team")
public class TemplateChange {

    @Apply
    public void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 'the work of a change'");
        }
    }
}
