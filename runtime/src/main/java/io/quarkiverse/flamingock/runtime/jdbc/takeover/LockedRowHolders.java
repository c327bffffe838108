package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;

/**
 * PostgreSQL keeps the transaction that locked a row in the row, and tells which session runs it.
 * <p>
 * That number alone could be one of several lockers' common number. So the session must hold a lock for writing markers, too:
 * only the transaction of a change has that, and only while it is open. It is found and ended in one statement.
 */
final class LockedRowHolders implements HolderSearch {

    @Override
    public Holder find(Session session, TableNames tables, String target, long token) throws SQLException {
        try (PreparedStatement select = select(session, tables, target, token, "a.pid, a.xact_start", "");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Holder(row.getLong(1), row.getString(2), session.dialect().endSession(row.getString(1)))
                    : null;
        }
    }

    @Override
    public boolean end(Session session, TableNames tables, String target, long token, Holder holder) throws SQLException {
        try (PreparedStatement select = select(session, tables, target, token, "pg_terminate_backend(a.pid)",
                " AND a.pid = ?")) {
            select.setLong(4, holder.backend());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static PreparedStatement select(Session session, TableNames tables, String target, long token, String what,
            String condition) throws SQLException {
        PreparedStatement select = session.prepare("SELECT " + what + " FROM " + tables.fence() + " f"
                + " JOIN pg_catalog.pg_locks t ON t.locktype = 'transactionid' AND t.transactionid = f.xmax AND t.granted"
                + " JOIN pg_catalog.pg_locks m ON m.pid = t.pid AND m.locktype = 'relation' AND m.granted"
                + " AND m.mode = 'RowExclusiveLock' AND m.relation = to_regclass(?)"
                + " AND m.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
                + " JOIN pg_catalog.pg_stat_activity a ON a.pid = t.pid WHERE f.name = ? AND f.token < ?" + condition);
        select.setString(1, tables.marker());
        select.setString(2, target);
        select.setLong(3, token);
        return select;
    }
}
