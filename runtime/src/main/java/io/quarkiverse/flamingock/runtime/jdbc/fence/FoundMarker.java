package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * The marker of a change as its own transaction sees it, locked. A read that may be answered by a copy of the database locks
 * nothing.
 */
final class FoundMarker {

    private FoundMarker() {
    }

    static Marker of(Connection connection, TableNames tables, ChangeCall execution) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT token, checksum, state FROM " + tables.marker()
                + " WHERE service = ? AND change_id = ? FOR UPDATE")) {
            select.setString(1, execution.service());
            select.setString(2, execution.changeId());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Marker(execution.changeId(), row.getLong(1), row.getString(2),
                        Marker.State.valueOf(row.getString(3))) : null;
            }
        }
    }
}
