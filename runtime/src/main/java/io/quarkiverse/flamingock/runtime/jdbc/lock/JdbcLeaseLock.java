package io.quarkiverse.flamingock.runtime.jdbc.lock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock in a table beside those of the audit store, one row per target system. Every statement commits by itself, compares
 * time by the database's clock, and keeps the token for ever.
 */
public final class JdbcLeaseLock implements LeaseLock {

    /** An owner of whom only this is known: that it did not release the lock. */
    private static final String UNKNOWN = "'unknown'";

    private final Database database;

    /**
     * @param dataSource gives connections that take part in no transaction
     * @param tablePrefix what the names of the tables begin with
     */
    public JdbcLeaseLock(DataSource dataSource, String tablePrefix) {
        this(new Database(dataSource, null, tablePrefix, true));
    }

    /**
     * @param database the database of the audit store, which creates the tables
     */
    public JdbcLeaseLock(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        try (Session session = database.open()) {
            try {
                Optional<Lease> lease = take(session, name, owner, duration);
                return lease.isPresent() ? lease : create(session, name, owner, duration);
            } catch (SQLException e) {
                // Whoever is in the way is about to get the lock.
                if (session.dialect().isContention(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable("acquired", name, e);
        }
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        try (Session session = database.open();
                PreparedStatement update = session.prepare("UPDATE " + session.tables().lock()
                        + " SET token = ? WHERE name = ? AND token = ? AND owner = ?")) {
            long token = Math.max(above, lease.token()) + 1;
            update.setLong(1, token);
            update.setString(2, lease.name());
            update.setLong(3, lease.token());
            update.setString(4, lease.owner());
            return update.executeUpdate() == 0 ? Optional.empty()
                    : Optional.of(new Lease(lease.name(), lease.owner(), token, lease.takenOver()));
        } catch (SQLException e) {
            throw unavailable("raised", lease.name(), e);
        }
    }

    @Override
    public boolean isHeld(String name) {
        try (Session session = database.open()) {
            try (PreparedStatement select = session.prepare("SELECT 1 FROM " + session.tables().lock()
                    + " WHERE name = ? AND owner IS NOT NULL AND expires_at > " + session.dialect().now())) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            } catch (SQLException e) {
                if (session.dialect().isMissingTable(e)) {
                    return false;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable("read", name, e);
        }
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        try (Session session = database.open();
                PreparedStatement update = session.prepare("UPDATE " + session.tables().lock() + " SET expires_at = "
                        + session.dialect().nowPlusMillis() + " WHERE name = ? AND token = ? AND owner = ?")) {
            update.setLong(1, duration.toMillis());
            update.setString(2, lease.name());
            update.setLong(3, lease.token());
            update.setString(4, lease.owner());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw unavailable("renewed", lease.name(), e);
        }
    }

    @Override
    public void release(Lease lease) {
        try (Session session = database.open();
                PreparedStatement update = session.prepare("UPDATE " + session.tables().lock()
                        + " SET owner = " + (lease.takenOver() ? UNKNOWN : "NULL") + ", expires_at = "
                        + session.dialect().now()
                        + " WHERE name = ? AND token = ? AND owner = ?")) {
            update.setString(1, lease.name());
            update.setLong(2, lease.token());
            update.setString(3, lease.owner());
            update.executeUpdate();
        } catch (SQLException e) {
            throw unavailable("released", lease.name(), e);
        }
    }

    /** Takes a lock that has a row; empty if it is held by another owner or has none. */
    private static Optional<Lease> take(Session session, String name, String owner, Duration duration) throws SQLException {
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
                return update.executeUpdate() == 0 ? Optional.empty() : own(session, name, owner);
            }
            return lease(name, owner, update);
        }
    }

    /** A lock that was just taken; empty if it was lost since. Owners are unique, so it is never another's. */
    private static Optional<Lease> own(Session session, String name, String owner) throws SQLException {
        try (PreparedStatement select = session.prepare(
                "SELECT token, previous_owner FROM " + session.tables().lock() + " WHERE name = ? AND owner = ?")) {
            select.setString(1, name);
            select.setString(2, owner);
            return lease(name, owner, select);
        }
    }

    private static Optional<Lease> lease(String name, String owner, PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new Lease(name, owner, row.getLong(1), row.getString(2) != null))
                    : Optional.empty();
        }
    }

    /**
     * Creates the row of a lock at its first use; empty if it is there. Where it was deleted, tokens go on from the last state,
     * and nobody knows whether the owner before released it.
     */
    private static Optional<Lease> create(Session session, String name, String owner, Duration duration)
            throws SQLException {
        String key = session.dialect().keyParameter();
        try (PreparedStatement insert = session.prepare("INSERT INTO " + session.tables().lock()
                + " (name, owner, previous_owner, token, expires_at) SELECT " + key + ", " + key
                + ", CASE WHEN MAX(token) IS NULL THEN NULL ELSE " + UNKNOWN + " END, COALESCE(MAX(token), 0) + 1, "
                + session.dialect().nowPlusMillis() + " FROM " + session.tables().state() + " WHERE target_system = ?"
                + session.dialect().orIgnore("name"))) {
            insert.setString(1, name);
            insert.setString(2, owner);
            insert.setLong(3, duration.toMillis());
            insert.setString(4, name);
            return insert.executeUpdate() == 0 ? Optional.empty() : own(session, name, owner);
        } catch (SQLException e) {
            if (session.dialect().isDuplicateKey(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static AuditStoreUnavailableException unavailable(String what, String name, SQLException e) {
        return new AuditStoreUnavailableException("The lock of target system " + name + " could not be " + what + ": "
                + e.getMessage() + ". Check that the database of the audit store can be reached, is writable, and that its"
                + " user may SELECT, INSERT and UPDATE the tables of the audit store", e);
    }
}
