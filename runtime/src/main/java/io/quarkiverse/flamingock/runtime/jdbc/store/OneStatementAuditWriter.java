package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Records in one statement in autocommit: everything hangs on the row that the head's update yields. The rows of the locks
 * are share-locked, so that a lease can't change hands between the look and the commit. Events come as one array per column
 * so that the statement is the same for any number.
 */
final class OneStatementAuditWriter implements AuditWriter {

    @Override
    public boolean write(Session session, AuditWrite write) throws SQLException {
        List<Object[]> rows = AuditWriter.rows(write);
        try (PreparedStatement statement = session.prepare(sql(session.tables(), write.expected() == 0))) {
            int index = bindLeases(session.connection(), statement, write.leases());
            statement.setLong(index++, AuditWriter.next(write));
            statement.setString(index++, write.settled());
            statement.setString(index++, write.hash());
            statement.setString(index++, write.service());
            statement.setInt(index++, write.leases().size());
            statement.setLong(index++, write.expected());
            bindEvents(session.connection(), statement, index, rows);
            try (ResultSet moved = statement.executeQuery()) {
                return moved.next() && moved.getLong(1) == 1;
            }
        }
    }

    private static String sql(TableNames tables, boolean mayBeFirst) {
        String events = AuditColumn.names(false);
        String states = AuditColumn.names(true);
        StringBuilder arrays = new StringBuilder();
        StringBuilder replaced = new StringBuilder();
        for (AuditColumn column : AuditColumn.values()) {
            arrays.append("CAST(? AS ").append(element(column.kind)).append("[]), ");
            if (column.inState && column != AuditColumn.CHANGE_ID) {
                replaced.append(replaced.isEmpty() ? "" : ", ").append(column.column).append(" = excluded.")
                        .append(column.column);
            }
        }
        return "WITH held AS (SELECT l.name FROM " + tables.lock() + " l JOIN unnest(CAST(? AS TEXT[]), CAST(? AS TEXT[]),"
                + " CAST(? AS BIGINT[])) AS h(name, owner, token)"
                + " ON l.name = h.name AND l.owner = h.owner AND l.token = h.token FOR SHARE OF l),"
                + " wanted AS (SELECT CAST(? AS BIGINT) AS sequence, CAST(? AS TEXT) AS settled,"
                + " CAST(? AS TEXT) AS hash, CAST(? AS TEXT) AS service"
                + " WHERE (SELECT count(*) FROM held) = ?), moved AS (" + moveHead(tables, mayBeFirst) + "),"
                + " event AS (SELECT * FROM unnest(" + arrays + "CAST(? AS BOOLEAN[])) AS e(" + events + ", latest)),"
                + " appended AS (INSERT INTO " + tables.audit() + " (service, " + events + ", happened_at)"
                + " SELECT moved.service, " + events + ", clock_timestamp() FROM moved, event),"
                + " followed AS (INSERT INTO " + tables.state() + " (service, " + states + ") SELECT moved.service, " + states
                + " FROM moved, event WHERE latest ON CONFLICT (service, change_id) DO UPDATE SET " + replaced + ")"
                + " SELECT count(*) FROM moved";
    }

    private static String moveHead(TableNames tables, boolean mayBeFirst) {
        if (mayBeFirst) {
            return "INSERT INTO " + tables.head() + " AS head (sequence, settled, hash, service)"
                    + " SELECT sequence, settled, hash, service FROM wanted ON CONFLICT (service) DO UPDATE"
                    + " SET sequence = excluded.sequence, settled = excluded.settled, hash = excluded.hash WHERE head.sequence = ?"
                    + " RETURNING head.service";
        }
        return "UPDATE " + tables.head()
                + " AS head SET sequence = wanted.sequence, settled = wanted.settled, hash = wanted.hash FROM wanted"
                + " WHERE head.service = wanted.service AND head.sequence = ? RETURNING head.service";
    }

    private static int bindLeases(Connection connection, PreparedStatement statement, List<Lease> leases)
            throws SQLException {
        bind(statement, 1, connection.createArrayOf("text", leases.stream().map(Lease::name).toArray()));
        bind(statement, 2, connection.createArrayOf("text", leases.stream().map(Lease::owner).toArray()));
        bind(statement, 3, connection.createArrayOf("int8", leases.stream().map(Lease::token).toArray()));
        return 4;
    }

    private static void bindEvents(Connection connection, PreparedStatement statement, int first, List<Object[]> rows)
            throws SQLException {
        int index = first;
        for (AuditColumn column : AuditColumn.values()) {
            bind(statement, index++, connection.createArrayOf(element(column.kind),
                    rows.stream().map(row -> row[column.ordinal()]).toArray()));
        }
        Set<Object[]> latest = Set.copyOf(AuditWriter.latest(rows));
        bind(statement, index, connection.createArrayOf("bool", rows.stream().map(latest::contains).toArray()));
    }

    private static void bind(PreparedStatement statement, int index, Array array) throws SQLException {
        statement.setArray(index, array);
    }

    private static String element(AuditColumn.Kind kind) {
        return switch (kind) {
            case KEY, TEXT -> "text";
            case INTEGER -> "int4";
            case LONG -> "int8";
            case BOOLEAN -> "bool";
        };
    }
}
