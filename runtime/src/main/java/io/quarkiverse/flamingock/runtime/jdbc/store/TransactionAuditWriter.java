package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Records in one short transaction of standard SQL. The row of the head is locked first, so that writers of one service
 * wait for each other instead of colliding.
 */
final class TransactionAuditWriter implements AuditWriter {

    @Override
    public boolean write(Session session, AuditWrite write) throws SQLException {
        if (write.expected() == 0) {
            createHead(session, write.service());
        }
        Connection connection = session.connection();
        session.begin();
        try {
            boolean written = moveHead(session, write) && holdsLeases(session, write.leases());
            if (written) {
                List<Object[]> rows = AuditWriter.rows(write);
                append(session, write.service(), rows);
                for (Object[] row : AuditWriter.latest(rows)) {
                    putState(session, write.service(), row);
                }
                connection.commit();
            } else {
                connection.rollback();
            }
            session.end();
            return written;
        } catch (SQLException | RuntimeException | Error e) {
            session.abandon(e);
            throw e;
        }
    }

    /** In a statement of its own: to find that a row is missing would lock where it belongs, on some databases. */
    private static void createHead(Session session, String service) throws SQLException {
        try (PreparedStatement insert = session.prepare("INSERT INTO " + session.tables().head()
                + " (service, sequence) VALUES (?, 0)")) {
            insert.setString(1, service);
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!session.dialect().isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private static boolean moveHead(Session session, AuditWrite write) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT 1 FROM " + session.tables().head()
                + " WHERE service = ? AND sequence = ? FOR UPDATE")) {
            select.setString(1, write.service());
            select.setLong(2, write.expected());
            if (!isThere(select)) {
                return false;
            }
        }
        try (PreparedStatement update = session.prepare("UPDATE " + session.tables().head()
                + " SET sequence = ?, settled = ?, hash = ? WHERE service = ?")) {
            update.setLong(1, AuditWriter.next(write));
            update.setString(2, write.settled());
            update.setString(3, write.hash());
            update.setString(4, write.service());
            update.executeUpdate();
            return true;
        }
    }

    private static boolean holdsLeases(Session session, List<Lease> leases) throws SQLException {
        List<Lease> sorted = leases.stream().sorted(Comparator.comparing(Lease::name)).toList();
        try (PreparedStatement select = session.prepare("SELECT 1 FROM " + session.tables().lock()
                + " WHERE name = ? AND owner = ? AND token = ? FOR UPDATE")) {
            for (Lease lease : sorted) {
                select.setString(1, lease.name());
                select.setString(2, lease.owner());
                select.setLong(3, lease.token());
                if (!isThere(select)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isThere(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private static void append(Session session, String service, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = session.prepare("INSERT INTO " + session.tables().audit() + " (service, "
                + AuditColumn.names(false) + ", happened_at) VALUES (?" + ", ?".repeat(AuditColumn.values().length) + ", "
                + session.dialect().now() + ")")) {
            for (Object[] row : rows) {
                insert.setString(1, service);
                int index = 2;
                for (AuditColumn column : AuditColumn.values()) {
                    insert.setObject(index++, row[column.ordinal()], column.kind.jdbc);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void putState(Session session, String service, Object[] row) throws SQLException {
        String columns = AuditColumn.names(true);
        // No other writer of this service is here: the row of the head is locked.
        if (put(session, "UPDATE " + session.tables().state() + " SET " + columns.replace(", ", " = ?, ")
                + " = ? WHERE service = ? AND change_id = ?", service, row, true) == 0) {
            put(session, "INSERT INTO " + session.tables().state() + " (" + columns + ", service) VALUES (?"
                    + ", ?".repeat(columns.split(", ").length) + ")", service, row, false);
        }
    }

    private static int put(Session session, String sql, String service, Object[] row, boolean keyed) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql)) {
            int index = 1;
            for (AuditColumn column : AuditColumn.values()) {
                if (column.inState) {
                    statement.setObject(index++, row[column.ordinal()], column.kind.jdbc);
                }
            }
            statement.setString(index++, service);
            if (keyed) {
                statement.setObject(index, row[AuditColumn.CHANGE_ID.ordinal()]);
            }
            return statement.executeUpdate();
        }
    }
}
