package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.quarkiverse.flamingock.spi.Execution;

/**
 * One statement at the end, for databases whose DDL is transactional: the share lock keeps the fence from being raised
 * between it and the commit.
 */
final class OneStatementMarkerWriter implements MarkerWriter {

    @Override
    public boolean begin(Connection connection, TableNames tables, String target, Execution execution) {
        return true;
    }

    @Override
    public boolean finish(Connection connection, TableNames tables, String target, Execution execution)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + tables.marker()
                + " (service, change_id, token, checksum, state, written_at)"
                + " SELECT ?, ?, f.token, ?, 'APPLIED', " + tables.dialect().now() + " FROM " + tables.fence()
                + " f WHERE f.name = ? AND f.token = ? FOR SHARE ON CONFLICT (service, change_id) DO UPDATE"
                + " SET token = excluded.token, checksum = excluded.checksum, state = excluded.state,"
                + " written_at = excluded.written_at")) {
            insert.setString(1, execution.service());
            insert.setString(2, execution.changeId());
            insert.setString(3, execution.checksum());
            insert.setString(4, target);
            insert.setLong(5, execution.token());
            return insert.executeUpdate() == 1;
        }
    }
}
