package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Schema;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.AtWork;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.InterruptedWork;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.Takeover;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * The newest token that a target system has seen, in a row that every change's transaction locks before it commits; and the
 * markers behind it.
 *
 * @param target the id of the target system
 * @param grace how long to wait for a transaction of an older holder before it is ended
 * @param patience how long to wait after that
 * @param recovery how long at least where it was prepared in two phases and nobody is left of it
 */
public record Fence(String target, Duration grace, Duration patience, Duration recovery) {

    /**
     * Creates the tables where they are missing.
     *
     * @param session a session of the database
     * @throws io.quarkiverse.flamingock.runtime.jdbc.schema.MissingTables when they may not be created
     */
    public void prepare(Session session) throws SQLException {
        Schema.ensure(session, FenceTables.ALL.of(session.tables()));
    }

    /**
     * Raises the fence once no transaction of an older holder is about to commit; one that does not end is ended.
     *
     * @param session a session of the database
     * @param tables the names of the tables
     * @param claim the right of the new holder
     * @param ended whether to wait no longer
     * @throws LockLostException when it is higher already
     * @throws io.quarkiverse.flamingock.error.OtherAuditStoreException when another audit store gave the newest token
     * @throws TargetSystemUnavailableException when a transaction does not end, or nothing is waited for any more
     * @throws SQLException when anything else goes wrong
     */
    public void raise(Session session, TableNames tables, Claim claim, BooleanSupplier ended) throws SQLException {
        new Takeover(session, tables, target, claim, ended).endingHolders(grace, patience, recovery);
    }

    /**
     * Notes the sessions of an execution outside of a transaction, before they are used.
     *
     * @param connection one in autocommit
     * @param tables the names of the tables
     * @param execution the execution
     * @param sessions its sessions
     * @throws LockLostException when the fence is higher
     * @throws SQLException when anything else goes wrong
     */
    public void note(Connection connection, TableNames tables, ChangeCall execution, List<Backend> sessions)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + tables.fence() + " SET " + AtWork.COLUMN + " = ? WHERE name = ? AND token = ?")) {
            update.setString(1, AtWork.of(execution, sessions).text());
            update.setString(2, target);
            update.setLong(3, execution.token());
            if (update.executeUpdate() != 1) {
                throw lost(execution.token());
            }
        }
    }

    /**
     * Ends what an older holder's interrupted execution has noted, or waits for it.
     *
     * @param database the database
     * @param claim the right of the new holder
     * @param service the application
     * @param changeId the id of the change
     * @param ended whether to wait no longer
     * @throws TargetSystemUnavailableException when a session does not end, or nothing is waited for any more
     * @throws SQLException when the database can't be asked
     */
    public void endInterrupted(Database database, Claim claim, String service, String changeId, BooleanSupplier ended)
            throws SQLException {
        new InterruptedWork(database, target, grace, patience).end(claim, service, changeId, ended);
    }

    /**
     * Waits for the end of an own transaction whose outcome is unknown.
     *
     * @param session a session of the database
     * @param tables the names of the tables
     * @param token the token of the transaction
     * @throws LockLostException when the fence is higher than the token of the transaction, so that it has ended
     * @throws TargetSystemUnavailableException when the transaction does not end
     * @throws SQLException when anything else goes wrong
     */
    public void confirm(Session session, TableNames tables, long token) throws SQLException {
        new Takeover(session, tables, target, new Claim(null, null, null, token), () -> false).waiting(patience);
    }

    /**
     * Reads markers with one statement.
     *
     * @param session a session of the database
     * @param tables the names of the tables
     * @param service the service whose changes are meant
     * @return the markers by the id of their change; none where no transaction has left any
     */
    public Map<String, Marker> markers(Session session, TableNames tables, String service) throws SQLException {
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

    /**
     * @param token a token that is not the newest
     * @return the error of who still has it
     */
    public LockLostException lost(long token) {
        return new LockLostException("Target system " + target + " is no longer held with token " + token
                + ": another instance took over");
    }
}
