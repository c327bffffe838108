package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Reads events and states back.
 */
final class History {

    private History() {
    }

    static List<AuditEvent> read(Session session, String service, HistoryQuery query) throws SQLException {
        String sql = "SELECT * FROM " + session.tables().audit() + " WHERE service = ?"
                + (query.changeId() == null ? "" : " AND change_id = ?")
                + (query.since() == null ? "" : " AND happened_at >= ?")
                + " ORDER BY sequence DESC" + session.dialect().limit(query.limit());
        try (PreparedStatement select = session.prepare(sql)) {
            int index = 1;
            select.setString(index++, service);
            if (query.changeId() != null) {
                select.setString(index++, query.changeId());
            }
            if (query.since() != null) {
                session.dialect().setInstant(select, index, query.since());
            }
            return events(session, select);
        }
    }

    static List<AuditEvent> read(Session session, String service, long after, int limit) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT * FROM " + session.tables().audit()
                + " WHERE service = ? AND sequence > ? ORDER BY sequence" + session.dialect().limit(limit))) {
            select.setString(1, service);
            select.setLong(2, after);
            return events(session, select);
        }
    }

    private static List<AuditEvent> events(Session session, PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<AuditEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(session.dialect(), rows));
            }
            return events;
        }
    }

    private static AuditEvent event(Dialect dialect, ResultSet row) throws SQLException {
        String recovery = row.getString("recovery");
        return new AuditEvent(row.getLong("sequence"), row.getString("execution_id"), row.getInt("attempt"),
                row.getString("change_id"), ChangeState.valueOf(row.getString("state")), row.getString("target_system"),
                row.getString("change_order"), row.getString("author"), row.getString("description"),
                row.getString("source"), row.getBoolean("transactional"),
                recovery == null ? null : RecoveryStrategy.valueOf(recovery), row.getLong("token"),
                dialect.instant(row, "happened_at"), duration(row), row.getString("error"), row.getString("executed_by"),
                row.getString("host"), row.getString("application_version"), row.getString("tag"),
                row.getString("checksum"), row.getString("resolved_by"), number(row, "resolved_token"),
                row.getInt("interruptions"), row.getString("previous_hash"));
    }

    static StateRow state(String changeId, ResultSet row) throws SQLException {
        return new StateRow(changeId, ChangeState.valueOf(row.getString("state")), row.getInt("attempt"),
                row.getLong("token"), row.getString("target_system"), row.getString("change_order"),
                row.getString("checksum"), row.getBoolean("transactional"), row.getLong("sequence"),
                row.getString("error"), row.getInt("interruptions"));
    }

    private static Duration duration(ResultSet row) throws SQLException {
        Long nanos = number(row, "duration_nanos");
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
