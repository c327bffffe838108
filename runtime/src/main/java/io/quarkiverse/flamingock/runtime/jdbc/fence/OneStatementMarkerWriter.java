package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.OtherMarkerException;

/**
 * One statement before the work and one after it. The first locks the fence, so that from then on a newer holder waits for
 * this transaction, and can tell which session it has to wait for.
 */
final class OneStatementMarkerWriter implements MarkerWriter {

    @Override
    public boolean begin(Connection connection, TableNames tables, String target, ChangeCall execution, Backend backend)
            throws SQLException {
        if (execution.seen() == null ? insert(connection, tables, target, execution)
                : replace(connection, tables, target, execution)) {
            return true;
        }
        if (!holdsFence(connection, tables, target, execution)) {
            return false;
        }
        throw new OtherMarkerException(target, execution, FoundMarker.of(connection, tables, execution));
    }

    private static boolean insert(Connection connection, TableNames tables, String target, ChangeCall execution)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + tables.marker()
                + " (service, change_id, token, checksum, state, written_at)"
                + " SELECT ?, ?, f.token, ?, 'IN_PROGRESS' || " + tables.dialect().watchClient() + ", " + tables.dialect().now()
                + " FROM " + tables.fence() + " f WHERE f.name = ? AND f.token = ? FOR NO KEY UPDATE"
                + " ON CONFLICT (service, change_id) DO NOTHING")) {
            insert.setString(1, execution.service());
            insert.setString(2, execution.changeId());
            insert.setString(3, execution.checksum());
            insert.setString(4, target);
            insert.setLong(5, execution.token());
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean replace(Connection connection, TableNames tables, String target, ChangeCall execution)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(held(tables) + " UPDATE " + tables.marker()
                + " m SET token = held.token, checksum = ?, state = 'IN_PROGRESS' || " + tables.dialect().watchClient()
                + ", written_at = " + tables.dialect().now() + " FROM held WHERE m.service = ? AND m.change_id = ?"
                + " AND m.token = ? AND m.state = ?")) {
            update.setString(1, target);
            update.setLong(2, execution.token());
            update.setString(3, execution.checksum());
            update.setString(4, execution.service());
            update.setString(5, execution.changeId());
            update.setLong(6, execution.seen().token());
            update.setString(7, execution.seen().state().name());
            return update.executeUpdate() == 1;
        }
    }

    private static boolean holdsFence(Connection connection, TableNames tables, String target, ChangeCall execution)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(held(tables) + " SELECT token FROM held")) {
            select.setString(1, target);
            select.setLong(2, execution.token());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String held(TableNames tables) {
        return "WITH held AS (SELECT f.token FROM " + tables.fence() + " f WHERE f.name = ? AND f.token = ? FOR NO KEY UPDATE)";
    }

    @Override
    public boolean finish(Connection connection, TableNames tables, String target, ChangeCall execution, List<String> rights)
            throws SQLException {
        // The fence is locked again: a COMMIT among the statements of the change has freed it.
        try (PreparedStatement update = connection
                .prepareStatement(together(rights) + held(tables) + ", done AS (UPDATE " + tables.marker()
                        + " m SET state = 'APPLIED', written_at = " + tables.dialect().now() + " FROM held WHERE m.service = ?"
                        + " AND m.change_id = ? AND m.token = held.token AND m.state = 'IN_PROGRESS' RETURNING 1)"
                        + " SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM done)")) {
            update.setString(1, target);
            update.setLong(2, execution.token());
            update.setString(3, execution.service());
            update.setString(4, execution.changeId());
            update.execute();
            for (int i = 0; i < rights.size(); i++) {
                update.getMoreResults();
            }
            try (ResultSet row = update.getResultSet()) {
                row.next();
                if (row.getLong(1) == 1 && row.getLong(2) == 0) {
                    throw MarkerWriter.disappeared(tables, execution);
                }
                return row.getLong(1) == 1;
            }
        }
    }

    /** In one round trip with the statement that follows. */
    private static String together(List<String> rights) {
        return rights.isEmpty() ? "" : String.join(";", rights) + ";";
    }
}
