package io.quarkiverse.flamingock.runtime.jdbc.lock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * An attempt to take a lock that nobody holds, or whose lease is over.
 *
 * @param session a session of the audit store's database
 * @param name the name of the lock
 * @param owner who wants it
 * @param duration how long the lease is to last
 */
record Acquisition(Session session, String name, String owner, Duration duration) {

    /** An owner of whom only this is known: that it did not release the lock. */
    static final String UNKNOWN_OWNER = "'unknown'";

    /** Empty if it is held by another owner. */
    Optional<Lease> attempt() throws SQLException {
        Optional<Lease> lease = take();
        return lease.isPresent() ? lease : create();
    }

    /** Takes a lock that has a row; empty if it is held by another owner or has none. */
    private Optional<Lease> take() throws SQLException {
        String returning = session.dialect().returning("token, previous_owner");
        // An owner that asks again did not get the first answer. Some databases assign from left to right.
        try (PreparedStatement update = session.prepare("UPDATE " + session.tables().lock()
                + " SET previous_owner = CASE WHEN owner = ? THEN previous_owner ELSE owner END,"
                + " owner = ?, token = token + 1, expires_at = " + session.dialect().nowPlusMillis()
                + " WHERE name = ? AND (expires_at <= " + session.dialect().now() + " OR owner = ?)"
                + (returning == null ? "" : returning))) {
            update.setString(1, owner);
            update.setString(2, owner);
            update.setLong(3, duration.toMillis());
            update.setString(4, name);
            update.setString(5, owner);
            if (returning == null) {
                return update.executeUpdate() == 0 ? Optional.empty() : own();
            }
            return lease(update);
        }
    }

    /** A lock that was just taken; empty if it was lost since. Owners are unique, so it is never another's. */
    private Optional<Lease> own() throws SQLException {
        try (PreparedStatement select = session.prepare(
                "SELECT token, previous_owner FROM " + session.tables().lock() + " WHERE name = ? AND owner = ?")) {
            select.setString(1, name);
            select.setString(2, owner);
            return lease(select);
        }
    }

    private Optional<Lease> lease(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new Lease(name, owner, row.getLong(1), row.getString(2) != null))
                    : Optional.empty();
        }
    }

    /**
     * Creates the row of a lock at its first use; empty if it is there. Where it was deleted, tokens go on from the last state,
     * and nobody knows whether the owner before released it.
     */
    private Optional<Lease> create() throws SQLException {
        String key = session.dialect().keyParameter();
        try (PreparedStatement insert = session.prepare("INSERT INTO " + session.tables().lock()
                + " (name, owner, previous_owner, token, expires_at) SELECT " + key + ", " + key
                + ", CASE WHEN MAX(token) IS NULL THEN NULL ELSE " + UNKNOWN_OWNER + " END, COALESCE(MAX(token), 0) + 1, "
                + session.dialect().nowPlusMillis() + " FROM " + session.tables().state() + " WHERE target_system = ?"
                + session.dialect().orIgnore("name"))) {
            insert.setString(1, name);
            insert.setString(2, owner);
            insert.setLong(3, duration.toMillis());
            insert.setString(4, name);
            return insert.executeUpdate() == 0 ? Optional.empty() : own();
        } catch (SQLException e) {
            if (session.dialect().isDuplicateKey(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
