package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.spi.Claim;

/**
 * What an execution without an outcome has sent outside of a transaction may go on at the database long after its process. The
 * sessions that it had noted are waited for, and ended after a while: their owner has no right left.
 *
 * @param database where it ran
 * @param target the id of the target system
 * @param grace how long to wait before a session is ended
 * @param patience how long to wait after that
 */
public record InterruptedWork(Database database, String target, Duration grace, Duration patience) {

    private static final Logger LOG = Logger.getLogger(InterruptedWork.class);
    private static final long PAUSE_NANOS = 200_000_000;

    /**
     * @param claim the right of the new holder
     * @param service the application
     * @param changeId the id of the change
     * @param ended whether to wait no longer
     * @throws TargetSystemUnavailableException when a session does not end, or nothing is waited for any more
     * @throws SQLException when the database can't be asked
     */
    public void end(Claim claim, String service, String changeId, BooleanSupplier ended) throws SQLException {
        AtWork noted = read();
        if (noted == null || !noted.isOf(service, changeId) || noted.token() >= claim.token()) {
            return;
        }
        long start = System.nanoTime();
        for (Backend session : noted.sessions()) {
            if (database.backends().isOwn(session)) {
                // This process has it in its pool: whatever was called there has returned.
                continue;
            }
            if (database.backends().isHidden(session)) {
                LOG.warnf("Change '%s' was interrupted. Whether session %s of the database, which it had used on target system"
                        + " '%s', is still at work can't be seen: it belongs to user %s. Only a lease is waited for", changeId,
                        session.id(), target, session.user());
                continue;
            }
            while (!database.backends().isGone(session) && System.nanoTime() - start < grace.toNanos()) {
                if (ended.getAsBoolean()) {
                    throw new TargetSystemUnavailableException(stillThere(session, changeId)
                            + ", and the process was asked to end while it waited for that session. Nothing was applied");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (!database.backends().end(session, patience, "which change '" + changeId + "' of target system '" + target
                    + "' had used when it was interrupted, and which was still there after quarkus.flamingock.lock.takeover-grace ("
                    + grace + ")")) {
                throw new TargetSystemUnavailableException(stillThere(session, changeId) + ", and could not be ended: what was"
                        + " sent there last may still be at work. Nothing was applied. Wait until it is gone or end it, with "
                        + database.tables().dialect().endSession(session.id()) + ", and try again");
            }
        }
    }

    private String stillThere(Backend session, String changeId) {
        return "Change '" + changeId + "' was interrupted. Session " + session.id() + " of the database, which it had used on"
                + " target system '" + target + "', is still there";
    }

    private AtWork read() throws SQLException {
        try (Session session = database.open();
                PreparedStatement select = session.prepare(
                        "SELECT " + AtWork.COLUMN + " FROM " + session.tables().fence() + " WHERE name = ?")) {
            select.setString(1, target);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? AtWork.parse(row.getString(1)) : null;
            }
        }
    }
}
