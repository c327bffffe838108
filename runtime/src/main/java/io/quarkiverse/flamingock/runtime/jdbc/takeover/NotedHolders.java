package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * Whoever locks a fence notes its own session in it, which others can read before it is committed.
 * <p>
 * Each note has a number of its own. One that is not committed yet was written by a transaction that is open and therefore
 * holds the row; a session that is named by a committed note may do something else by now, and is left alone.
 */
final class NotedHolders implements HolderSearch {

    private record Note(long number, long token, long backend, String since) {
    }

    @Override
    public Holder find(Session session, TableNames tables, String target, long token) throws SQLException {
        Note newest = read(session, tables, target, Connection.TRANSACTION_READ_UNCOMMITTED);
        if (newest == null || newest.token >= token) {
            return null;
        }
        Note committed = read(session, tables, target, Connection.TRANSACTION_READ_COMMITTED);
        return committed != null && committed.number < newest.number
                ? new Holder(newest.backend, newest.since, session.dialect().endSession(Long.toString(newest.backend)))
                : null;
    }

    @Override
    public boolean end(Session session, TableNames tables, String target, long token, Holder holder) throws SQLException {
        if (!holder.equals(find(session, tables, target, token))) {
            return false;
        }
        session.execute(holder.end());
        return true;
    }

    private static Note read(Session session, TableNames tables, String target, int isolation) throws SQLException {
        Connection connection = session.connection();
        int before = connection.getTransactionIsolation();
        connection.setTransactionIsolation(isolation);
        try (PreparedStatement select = session.prepare(
                "SELECT locks, token, backend, locked_at FROM " + tables.fence() + " WHERE name = ?")) {
            select.setString(1, target);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Note(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)) : null;
            }
        } finally {
            connection.setTransactionIsolation(before);
        }
    }
}
