package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.LockLostException;
import io.quarkiverse.flamingock.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.EventLimits;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * The newest token that a target system has seen, in a row that every change's transaction locks before it commits; and the
 * markers behind it.
 *
 * @param target the id of the target system
 * @param patience how long to wait for a transaction of an older holder
 */
record Fence(String target, Duration patience) {

    /** Creates the tables and the row where they are missing. */
    void prepare(Session session) throws SQLException {
        TableNames names = session.tables();
        Dialect dialect = names.dialect();
        String key = dialect.keyType() + " NOT NULL";
        Schema.ensure(session, List.of(
                StoreTables.table(names, "fence", "name " + key + ", token BIGINT NOT NULL, PRIMARY KEY (name)"),
                StoreTables.table(names, "marker", "service " + key + ", change_id " + key
                        + ", token BIGINT NOT NULL, checksum " + dialect.textType(EventLimits.TEXT) + ", state "
                        + dialect.textType(EventLimits.TEXT) + " NOT NULL, written_at " + dialect.timestampType()
                        + " NOT NULL, PRIMARY KEY (service, change_id)")));
    }

    /**
     * Raises the fence, or confirms it, once no transaction of an older holder is about to commit.
     *
     * @throws LockLostException when it is higher already
     * @throws TargetSystemUnavailableException when a transaction does not end
     */
    void raise(Session session, TableNames tables, long token) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try (PreparedStatement update = session.prepare(
                    "UPDATE " + tables.fence() + " SET token = ? WHERE name = ? AND token <= ?")) {
                session.dialect().limitWait(update, patience);
                update.setLong(1, token);
                update.setString(2, target);
                update.setLong(3, token);
                if (update.executeUpdate() == 1) {
                    return;
                }
                checkOrCreate(session, tables, token);
            } catch (SQLException e) {
                if (!session.dialect().isContention(e)) {
                    throw e;
                }
                if (System.nanoTime() - start >= patience.toNanos()) {
                    throw blocked(tables, e);
                }
            }
        }
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

    private void checkOrCreate(Session session, TableNames tables, long token) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT token FROM " + tables.fence() + " WHERE name = ?")) {
            select.setString(1, target);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    if (row.getLong(1) > token) {
                        throw lost(tables, token, row.getLong(1));
                    }
                    return;
                }
            }
        }
        try (PreparedStatement insert = session.prepare("INSERT INTO " + tables.fence()
                + " (name, token) VALUES (?, ?)" + session.dialect().orIgnore("name"))) {
            insert.setString(1, target);
            insert.setLong(2, token);
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!session.dialect().isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    LockLostException lost(long token) {
        return new LockLostException("Target system " + target + " is no longer held with token " + token
                + ": another instance took over");
    }

    private LockLostException lost(TableNames tables, long token, long newer) {
        return new LockLostException("Target system " + target + " has seen token " + newer + " in " + tables.fence()
                + ", which is newer than " + token + ": another instance took over. If there is none, the audit store was reset"
                + " or restored: set the token of '" + target + "' in the table " + tables.prefix()
                + "lock of the audit store to at least " + newer + " and start again");
    }

    private TargetSystemUnavailableException blocked(TableNames tables, SQLException e) {
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + patience.toMillis() + " ms another transaction still holds the row '" + target + "' of " + tables.fence()
                + ". It belongs to an older holder of the lock and must end first: "
                + tables.dialect().findHolder(tables.fence()), e);
    }
}
