package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.AtWork;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.HolderNote;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker.State;
import io.quarkiverse.flamingock.spi.OtherMarkerException;

/**
 * The marker in standard SQL, with a statement for the fence and one or two for the marker.
 */
final class InProgressMarkerWriter implements MarkerWriter {

    private static final String READS_ONLY = "25006";
    private static final String BREAKS_CONSTRAINT = "23";

    @Override
    public boolean begin(Connection connection, TableNames tables, String target, ChangeCall execution, Backend backend)
            throws SQLException {
        if (!lockFence(connection, tables, target, execution.token(),
                AtWork.of(execution, backend == null ? List.of() : List.of(backend)))) {
            return false;
        }
        if (execution.seen() == null ? !insert(connection, tables, execution) : replace(connection, tables, execution) == 0) {
            throw new OtherMarkerException(target, execution, FoundMarker.of(connection, tables, execution));
        }
        return true;
    }

    @Override
    public boolean finish(Connection connection, TableNames tables, String target, ChangeCall execution, List<String> rights)
            throws SQLException {
        try {
            if (finish(connection, tables, target, execution)) {
                return true;
            }
        } catch (SQLException e) {
            if (tables.dialect().isConflict(e) || connection.isClosed()) {
                throw e;
            }
            return again(connection, tables, target, execution, rights, e);
        }
        return again(connection, tables, target, execution, rights, null);
    }

    /** What the change has set may be in the way: a role, locked tables, a character set that garbles an id. */
    private static boolean again(Connection connection, TableNames tables, String target, ChangeCall execution,
            List<String> rights, SQLException reason) throws SQLException {
        try {
            try (Statement statement = connection.createStatement()) {
                if (reason != null && READS_ONLY.equals(reason.getSQLState())) {
                    // It can't have written anything, and has to end before there is another one.
                    statement.execute("COMMIT");
                }
                for (String right : rights) {
                    statement.execute(right);
                }
            }
            return finish(connection, tables, target, execution);
        } catch (SQLException e) {
            if (reason == null) {
                throw e;
            }
            reason.addSuppressed(e);
            throw reason;
        }
    }

    private static boolean finish(Connection connection, TableNames tables, String target, ChangeCall execution)
            throws SQLException {
        if (!lockFence(connection, tables, target, execution.token(), null)) {
            return false;
        }
        if (complete(connection, tables, execution) == 0) {
            throw MarkerWriter.disappeared(tables, execution);
        }
        return true;
    }

    /** A note that is null leaves the one that is there. */
    private static boolean lockFence(Connection connection, TableNames tables, String target, long token, AtWork atWork)
            throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement(
                "UPDATE " + tables.fence() + " SET token = token" + HolderNote.assignments(tables.dialect())
                        + (atWork == null ? "" : ", " + AtWork.COLUMN + " = ?") + " WHERE name = ? AND token = ?")) {
            int next = 1;
            if (atWork != null) {
                touch.setString(next++, atWork.text());
            }
            touch.setString(next++, target);
            touch.setLong(next, token);
            return touch.executeUpdate() == 1;
        }
    }

    private static int complete(Connection connection, TableNames tables, ChangeCall execution) throws SQLException {
        try (PreparedStatement update = update(connection, tables, execution, State.APPLIED)) {
            update.setLong(6, execution.token());
            update.setString(7, State.IN_PROGRESS.name());
            return update.executeUpdate();
        }
    }

    private static int replace(Connection connection, TableNames tables, ChangeCall execution) throws SQLException {
        try (PreparedStatement update = update(connection, tables, execution, State.IN_PROGRESS)) {
            update.setLong(6, execution.seen().token());
            update.setString(7, execution.seen().state().name());
            return update.executeUpdate();
        }
    }

    private static PreparedStatement update(Connection connection, TableNames tables, ChangeCall execution, State state)
            throws SQLException {
        PreparedStatement update = connection.prepareStatement("UPDATE " + tables.marker()
                + " SET token = ?, checksum = ?, state = ?, written_at = " + tables.dialect().now()
                + " WHERE service = ? AND change_id = ? AND token = ? AND state = ?");
        update.setLong(1, execution.token());
        update.setString(2, execution.checksum());
        update.setString(3, state.name());
        update.setString(4, execution.service());
        update.setString(5, execution.changeId());
        return update;
    }

    /** Gives false where there is one already. */
    private static boolean insert(Connection connection, TableNames tables, ChangeCall execution) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + tables.marker()
                + " (service, change_id, token, checksum, state, written_at) VALUES (?, ?, ?, ?, 'IN_PROGRESS', "
                + tables.dialect().now() + ")")) {
            insert.setString(1, execution.service());
            insert.setString(2, execution.changeId());
            insert.setLong(3, execution.token());
            insert.setString(4, execution.checksum());
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(BREAKS_CONSTRAINT)) {
                return false;
            }
            throw e;
        }
    }
}
