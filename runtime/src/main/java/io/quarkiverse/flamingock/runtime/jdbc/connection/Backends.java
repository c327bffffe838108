package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * Knows which session at the server a connection is for, and ends it there. A connection that broke is no answer: what was sent
 * may take effect as long as its session is there.
 */
public final class Backends {

    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final long PAUSE_NANOS = 100_000_000;

    /** Why a session of an own change is ended. */
    public static final String OF_A_CHANGE = "which a change had used: its connection broke, or a transaction that was left open"
            + " could not be rolled back";

    private final Database database;
    private final Map<Connection, Backend> known = Collections.synchronizedMap(new WeakHashMap<>());

    Backends(Database database) {
        this.database = database;
    }

    /**
     * Asks once for each connection of the driver, however often the pool hands it out.
     *
     * @param connection a connection
     * @return its session; null where the database does not tell
     * @throws SQLException when it can't be asked
     */
    public Backend of(Connection connection) throws SQLException {
        String query = database.tables().dialect().findOwnSession();
        if (query == null) {
            return null;
        }
        Connection physical = connection.unwrap(Connection.class);
        Backend backend = known.get(physical);
        if (backend == null) {
            try (PreparedStatement select = connection.prepareStatement(query); ResultSet row = select.executeQuery()) {
                row.next();
                backend = new Backend(row.getString(1), row.getString(2), row.getDouble(3), row.getString(4));
            }
            known.put(physical, backend);
        }
        return backend;
    }

    /**
     * Ends a session and waits until it is gone. What it did before that is durable or undone then.
     *
     * @param backend a session of ours, may be null
     * @param patience how long to wait, also for the database to be there again
     * @param why for the log: of which session that is, and why it is ended
     * @return whether it is gone for certain
     */
    public boolean end(Backend backend, Duration patience, String why) {
        if (backend == null) {
            return false;
        }
        long start = System.nanoTime();
        boolean told = false;
        do {
            try (Session session = database.open()) {
                if (isGone(backend, session)) {
                    return true;
                }
                session.execute(session.dialect().endSession(backend.id()));
                if (!told) {
                    LOG.warnf("The database was asked to end session %s, %s", backend.id(), why);
                    told = true;
                }
                if (isGone(backend, session)) {
                    return true;
                }
            } catch (SQLException e) {
                // The pool may hold more connections that broke, or the database is not back yet.
                LOG.debugf("Session %s of the database could not be ended: %s", backend.id(), Redaction.of(e.toString()));
            }
        } while (pause() && System.nanoTime() - start < patience.toNanos());
        return false;
    }

    /**
     * @param backend a session of ours
     * @return whether it is gone for certain
     * @throws SQLException when the database can't be asked
     */
    public boolean isGone(Backend backend) throws SQLException {
        try (Session session = database.open()) {
            return isGone(backend, session);
        }
    }

    /**
     * @param backend a session of ours
     * @return whether it is that of a connection of this process that is open
     * @throws SQLException when a connection does not tell
     */
    public boolean isOwn(Backend backend) throws SQLException {
        synchronized (known) {
            for (Map.Entry<Connection, Backend> each : known.entrySet()) {
                if (each.getValue().equals(backend) && !each.getKey().isClosed()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param backend a session of ours, perhaps of another user
     * @return whether it is not seen, and may be there all the same
     * @throws SQLException when the database can't be asked
     */
    public boolean isHidden(Backend backend) throws SQLException {
        try (Session session = database.open()) {
            Backend own = of(session.connection());
            return own != null && !own.user().equals(backend.user()) && isGone(backend, session);
        }
    }

    private static boolean isGone(Backend backend, Session session) throws SQLException {
        try (PreparedStatement select = session.prepare(session.dialect().findOtherSession())) {
            select.setString(1, backend.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!backend.isOf(row.getString(1))) {
                    throw new SQLException("another server answers: " + row.getString(1) + " instead of " + backend.server());
                }
                double since = row.getDouble(2);
                return row.wasNull() || !backend.began(since);
            }
        }
    }

    /** Only between two looks; nothing is decided by it. */
    private static boolean pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
        return !Thread.currentThread().isInterrupted();
    }
}
