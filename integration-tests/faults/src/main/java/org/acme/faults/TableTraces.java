package org.acme.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * Leaves one row per step in the table {@code effect}; the time is that of the database.
 *
 * @param connection as the change was given it
 * @param clock a call that waits some seconds, with one question mark
 */
public record TableTraces(Connection connection, String clock) implements Traces {

    /**
     * @param changeId the id of a change
     * @return whether one of its executions has come to its end here
     * @throws SQLException when the table can't be read
     */
    public boolean isDone(String changeId) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT 1 FROM effect WHERE change_id = ? AND part = 'DONE'")) {
            select.setString(1, changeId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void leave(ChangeContext context, Part part, int delay) throws SQLException {
        String values = "INSERT INTO effect (change_id, part, token, attempt, execution_id) SELECT ?, ?, ?, ?, ?";
        try (PreparedStatement insert = connection
                .prepareStatement(
                        delay == 0 ? values : values + " FROM (SELECT " + clock + " AS waited) w WHERE waited >= 0")) {
            insert.setString(1, context.changeId());
            insert.setString(2, part.name());
            insert.setLong(3, context.fencingToken());
            insert.setInt(4, context.attempt());
            insert.setString(5, context.executionId());
            if (delay > 0) {
                insert.setInt(6, delay);
            }
            insert.executeUpdate();
        }
    }
}
