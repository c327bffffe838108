package io.quarkiverse.flamingock.runtime.jdbc.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.StrayTransaction;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings;
import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * Lends connections to changes. It asks each connection of the driver once what its session is like, however often the pool
 * hands it out.
 */
public final class Lender {

    private static final Logger LOG = Logger.getLogger(Lender.class);

    private final Database database;
    private final String target;
    private final Map<Connection, Map<String, String>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param database whose connections they are
     * @param target the id of the target system, for messages
     */
    public Lender(Database database, String target) {
        this.database = database;
        this.target = target;
    }

    /**
     * @param connection as the pool gave it, before anything was done with it
     * @param changeId the id of the change
     * @return the loan, to be ended by the caller
     * @throws SQLException when the connection is of no use
     */
    public Loan lend(Connection connection, String changeId) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        SessionSettings settings = database.tables().dialect().settings();
        Pool pool = Pool.of(database.dataSource());
        if (!pool.twoPhase()) {
            // The first phase of two is not begun where one is open.
            StrayTransaction.end(connection, settings);
        }
        return new Loan(connection, physical, settings, found(physical, settings), pool, changeId, target);
    }

    /** Null where it can't be asked. */
    private Map<String, String> found(Connection physical, SessionSettings settings) {
        Map<String, String> found = known.get(physical);
        if (found == null && settings.find() != null) {
            try {
                found = FoundSettings.of(physical, settings);
                known.put(physical, found);
            } catch (SQLException e) {
                LOG.debugf("The settings of a session could not be asked for: %s", Redaction.of(e.toString()));
            }
        }
        return found;
    }
}
