package io.quarkiverse.flamingock.runtime.jdbc.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import jakarta.transaction.Synchronization;

import org.jboss.logging.Logger;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;

import io.quarkiverse.flamingock.runtime.jdbc.connection.DriverState;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings;
import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * A connection that a change has. At its end the session is as it was found, or the connection leaves the pool.
 */
public final class Loan implements Synchronization {

    private static final Logger LOG = Logger.getLogger(Loan.class);

    private final Connection pooled;
    private final Connection physical;
    private final SessionSettings settings;
    private final Map<String, String> found;
    private final Pool pool;
    private final String changeId;
    private final String target;
    private final Thread borrower = Thread.currentThread();
    private boolean spoilt;
    /** The settings when the change had ended, where they were asked for and nothing was done since. */
    private Map<String, String> left;

    Loan(Connection pooled, Connection physical, SessionSettings settings, Map<String, String> found, Pool pool,
            String changeId, String target) {
        this.pooled = pooled;
        this.physical = physical;
        this.settings = settings;
        this.found = found;
        this.pool = pool;
        this.changeId = changeId;
        this.target = target;
    }

    /** Statements that the extension's own at the end of the change needs before it, see {@link SessionSettings#rights}. */
    public List<String> rights() {
        return found == null ? List.of() : settings.rights(found);
    }

    /** The connection broke, or someone may use it beyond the end: it is not asked any more. */
    public synchronized void spoil() {
        spoilt = true;
    }

    /** What a change has left of a transaction that it had begun itself. */
    public enum Open {
        NOTHING,
        /** What was not committed was rolled back. */
        UNDONE,
        /** It could not be rolled back; it ends with its session. */
        STILL_OPEN
    }

    /**
     * Rolls back what the change has begun and not committed, whatever the driver knows of it. To be called when the change has
     * ended, before {@link #end}, which needs no question more then. Takes part in no transaction of the thread.
     *
     * @return what there was
     */
    public synchronized Open undoOpen() {
        try {
            if (!isOpen()) {
                return Open.NOTHING;
            }
        } catch (SQLException e) {
            spoilt = true;
            return settings.saysOpen(e) ? Open.STILL_OPEN : Open.NOTHING;
        }
        left = null;
        try {
            rollBack();
            return Open.UNDONE;
        } catch (SQLException e) {
            spoilt = true;
            return Open.STILL_OPEN;
        }
    }

    private boolean isOpen() throws SQLException {
        if (settings.driverKnowsOpen()) {
            return DriverState.isOpen(physical);
        }
        if (found != null) {
            left = FoundSettings.of(physical, settings);
            return "1".equals(left.get(SessionSettings.OPEN));
        }
        if (settings.refusedWhereOpen() == null) {
            return false;
        }
        try {
            execute(settings.refusedWhereOpen());
            return false;
        } catch (SQLException e) {
            if (settings.saysOpen(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Nothing is committed by the way, not even where the driver does not know of it. */
    private void rollBack() throws SQLException {
        physical.setAutoCommit(false);
        physical.rollback();
        physical.setAutoCommit(true);
    }

    /**
     * Ends the loan together with the present transaction, which the connection takes part in. Of all that is told of its end,
     * the last to come is the first to be told, so that the pool, which came earlier, does not have the connection back yet.
     */
    public void endWithTransaction() {
        new TransactionSynchronizationRegistryImple().registerInterposedSynchronization(this);
    }

    @Override
    public void beforeCompletion() {
        // The pool has the connection closed, not the session.
    }

    @Override
    public void afterCompletion(int status) {
        // A transaction that took too long is ended by another thread, while the change goes on.
        if (Thread.currentThread() != borrower && settings.mayBeClosed()) {
            spoil();
        }
        String trouble = trouble();
        if (trouble != null && !(settings.mayBeClosed() && pool.dropWithTransaction(pooled))) {
            complain(trouble);
        }
    }

    /** Ends the loan of a connection that takes part in no transaction, and gives it back. */
    public void end() throws SQLException {
        String trouble = trouble();
        try {
            if (trouble != null && settings.mayBeClosed()) {
                pool.drop(pooled, physical);
            }
        } finally {
            pooled.close();
        }
        if (trouble != null) {
            complain(trouble);
        }
    }

    private void complain(String trouble) {
        if (isClosed()) {
            return;
        }
        LOG.errorf("The connection that change %s had to target system %s could neither be brought back to what it was (%s) nor"
                + " be taken out of the pool: settings of the change, like a schema, a role or a time zone, may reach the"
                + " application. Restart it, and let the change take back at its end what it has set", changeId, target,
                Redaction.of(trouble));
    }

    /** Nobody ever meets its settings again. */
    private boolean isClosed() {
        try {
            return physical.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Why the session is not what it was; null where it is. */
    private synchronized String trouble() {
        if (spoilt) {
            return "it broke, or is still in use";
        }
        if (found == null) {
            return "the database can't be asked for its settings";
        }
        try {
            if (!cleaned()) {
                return "it has settings that can't be undone";
            }
            if (physical.getAutoCommit() != pool.autoCommit()) {
                physical.setAutoCommit(pool.autoCommit());
            }
            return null;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private boolean cleaned() throws SQLException {
        if (!physical.getAutoCommit()) {
            // Where nothing is open, drivers send nothing.
            rollBack();
        }
        String reset = settings.reset(found);
        if (reset != null) {
            return !pool.intercepted() && reset(reset + pool.initialSql());
        }
        Map<String, String> now = left == null ? FoundSettings.of(physical, settings) : left;
        if (now.equals(found)) {
            return true;
        }
        List<String> undo = settings.undo(found, now);
        if (undo == null) {
            return false;
        }
        for (String statement : undo) {
            execute(statement);
        }
        return FoundSettings.of(physical, settings).equals(found);
    }

    private boolean reset(String reset) throws SQLException {
        // A BEGIN among the statements may have left a transaction that the driver does not speak of; where there is none,
        // it sends nothing.
        rollBack();
        execute(reset);
        return true;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            statement.execute(sql);
        }
    }
}
