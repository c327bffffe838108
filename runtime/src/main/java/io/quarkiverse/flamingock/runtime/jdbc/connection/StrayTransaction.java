package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.SQLException;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings;

/**
 * A transaction that somebody has begun by a statement on a connection of the pool, and left open: pool and driver hand the
 * connection out as if it had none, and what is written through it is lost, or commits what that somebody has not.
 */
public final class StrayTransaction {

    private static final Logger LOG = Logger.getLogger(StrayTransaction.class);

    private StrayTransaction() {
    }

    /**
     * Rolls it back, as far as it can be known of without a question.
     *
     * @param connection as the pool gave it, before anything was done with it
     * @param settings of the database
     * @throws SQLException when it is there, and stays
     */
    public static void end(Connection connection, SessionSettings settings) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (settings.driverKnowsOpen()) {
            if (DriverState.isOpen(physical)) {
                rollBack(physical);
                LOG.warn("A connection of the pool was in a transaction that somebody had begun by a statement and left open:"
                        + " it was rolled back, so that nothing else joins it. Let whoever sends BEGIN send COMMIT, too, or use"
                        + " the transactions of the application");
            }
        } else if (settings.rollsBackForNothing(physical.getMetaData().getDriverName())) {
            physical.rollback();
        }
    }

    private static void rollBack(Connection physical) throws SQLException {
        boolean autoCommit = physical.getAutoCommit();
        physical.setAutoCommit(false);
        physical.rollback();
        physical.setAutoCommit(autoCommit);
    }
}
