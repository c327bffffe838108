package org.acme.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.ChangeState;

/**
 * A line of the audit, as it is in the database.
 */
record Event(long sequence, String changeId, ChangeState state, int attempt, long token, String target, String order,
        Instant at, String error, String resolvedBy, String executionId) {

    static List<Event> all(Connection connection, Store store) throws SQLException {
        List<Event> events = new ArrayList<>();
        if (!hasTables(connection)) {
            return events;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sequence, change_id, state, attempt, token, target_system,"
                        + " change_order, happened_at, error, resolved_by, execution_id FROM flamingock_audit"
                        + " WHERE service = 'default' ORDER BY sequence")) {
            while (rows.next()) {
                events.add(new Event(rows.getLong(1), rows.getString(2), ChangeState.valueOf(rows.getString(3)),
                        rows.getInt(4), rows.getLong(5), rows.getString(6), rows.getString(7),
                        store.instant(rows, 8), rows.getString(9), rows.getString(10), rows.getString(11)));
            }
        }
        return events;
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%",
                null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equals("flamingock_audit")) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean is(String change, ChangeState which) {
        return state == which && changeId.equals(change);
    }
}
