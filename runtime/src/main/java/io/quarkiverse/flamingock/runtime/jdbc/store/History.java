package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.spi.AuditField;
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
        Map<AuditField, Object> values = values(row, false);
        values.put(AuditField.TIME, dialect.instant(row, "happened_at"));
        return AuditField.event(values::get);
    }

    static StateRow state(ResultSet row) throws SQLException {
        return AuditField.state(values(row, true)::get);
    }

    private static Map<AuditField, Object> values(ResultSet row, boolean onlyState) throws SQLException {
        Map<AuditField, Object> values = new EnumMap<>(AuditField.class);
        for (AuditColumn column : AuditColumn.values()) {
            if (column.inState || !onlyState) {
                values.put(column.field, column.of(row));
            }
        }
        return values;
    }
}
