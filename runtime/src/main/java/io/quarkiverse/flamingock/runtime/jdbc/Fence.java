package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * The newest token that a target system has seen, in a row that every change's transaction locks before it commits; and the
 * markers behind it.
 *
 * @param target the id of the target system
 * @param grace how long to wait for a transaction of an older holder before it is ended
 * @param patience how long to wait after that
 */
record Fence(String target, Duration grace, Duration patience) {

    /** Creates the tables and the row where they are missing. */
    void prepare(Session session) throws SQLException {
        TableNames names = session.tables();
        Dialect dialect = names.dialect();
        String key = dialect.keyType() + " NOT NULL";
        Schema.ensure(session, List.of(
                StoreTables.table(names, "fence", "name " + key + ", token BIGINT NOT NULL" + dialect.holders().columns()
                        + ", PRIMARY KEY (name)"),
                StoreTables.table(names, "marker", "service " + key + ", change_id " + key
                        + ", token BIGINT NOT NULL, checksum " + dialect.textType(AuditField.TEXT_LENGTH) + ", state "
                        + dialect.textType(AuditField.TEXT_LENGTH) + " NOT NULL, written_at " + dialect.timestampType()
                        + " NOT NULL, PRIMARY KEY (service, change_id)")));
    }

    /**
     * Raises the fence once no transaction of an older holder is about to commit; one that does not end is ended.
     *
     * @throws LockLostException when it is higher already
     * @throws TargetSystemUnavailableException when a transaction does not end
     */
    void raise(Session session, TableNames tables, long token) throws SQLException {
        new Takeover(session, tables, target, token).endingHolders(grace, patience);
    }

    /**
     * Waits for the end of an own transaction whose outcome is unknown.
     *
     * @throws LockLostException when the fence is higher than the token of the transaction, so that it has ended
     * @throws TargetSystemUnavailableException when the transaction does not end
     */
    void confirm(Session session, TableNames tables, long token) throws SQLException {
        new Takeover(session, tables, target, token).waiting(patience);
    }

    /** Reads markers with one statement. */
    Map<String, Marker> markers(Session session, TableNames tables, String service) throws SQLException {
        try (PreparedStatement select = session.prepare(
                "SELECT change_id, token, checksum, state FROM " + tables.marker() + " WHERE service = ?")) {
            select.setString(1, service);
            try (ResultSet rows = select.executeQuery()) {
                Map<String, Marker> markers = new HashMap<>();
                while (rows.next()) {
                    Marker marker = new Marker(rows.getString(1), rows.getLong(2), rows.getString(3),
                            Marker.State.valueOf(rows.getString(4)));
                    markers.put(marker.changeId(), marker);
                }
                return markers;
            }
        }
    }

    LockLostException lost(long token) {
        return new LockLostException("Target system " + target + " is no longer held with token " + token
                + ": another instance took over");
    }
}
