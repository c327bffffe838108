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
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock in a table beside those of the audit store, one row per target system. Every statement commits by itself, compares
 * time by the database's clock, and keeps the token for ever.
 */
public final class JdbcLeaseLock implements LeaseLock {

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
                return new Acquisition(session, name, owner, duration).attempt();
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
                        + " SET owner = " + (lease.takenOver() ? Acquisition.UNKNOWN_OWNER : "NULL") + ", expires_at = "
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

    private static AuditStoreUnavailableException unavailable(String what, String name, SQLException e) {
        return new AuditStoreUnavailableException("The lock of target system " + name + " could not be " + what + ": "
                + Sentence.unended(e.getMessage())
                + ". Check that the database of the audit store can be reached, is writable, and that its"
                + " user may SELECT, INSERT and UPDATE the tables of the audit store", e);
    }
}
