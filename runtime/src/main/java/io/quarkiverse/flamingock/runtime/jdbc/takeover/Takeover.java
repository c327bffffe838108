package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.OtherAuditStoreException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * Raises a fence while a transaction of an older holder may be in the way: waits for it, ends it after a while, and says
 * what a person has to do where that fails. The older holder has no right left, and its marker tells what it did.
 */
public final class Takeover {

    /** How long a statement waits before it is looked who is in the way. */
    private static final int PAUSE_SECONDS = 1;

    private final Session session;
    private final TableNames tables;
    private final String target;
    private final Claim claim;
    private final BooleanSupplier ended;
    private final long token;
    private final Blockers blockers;

    /**
     * @param session a session of its database
     * @param tables the names of the tables
     * @param target the id of the target system
     * @param claim what to raise its fence to; without an owner it is only waited for
     * @param ended whether to wait no longer
     */
    public Takeover(Session session, TableNames tables, String target, Claim claim, BooleanSupplier ended) {
        this.session = session;
        this.tables = tables;
        this.target = target;
        this.claim = claim;
        this.ended = ended;
        this.token = claim.token();
        this.blockers = new Blockers(session, tables, target, token);
    }

    /**
     * @param grace how long to wait before the transaction in the way is ended
     * @param patience how long to wait after that
     * @param recovery how long at least where it was prepared in two phases and nobody is left of it
     * @throws LockLostException when the fence is higher already
     * @throws TargetSystemUnavailableException when the transaction does not end
     * @throws SQLException when anything else goes wrong
     */
    public void endingHolders(Duration grace, Duration patience, Duration recovery) throws SQLException {
        if (raised(grace, grace) == null) {
            return;
        }
        Duration rest = blockers.end(grace) && recovery.compareTo(patience) > 0 ? recovery : patience;
        SQLException last = raised(rest, null);
        if (last != null) {
            throw blockers.error(grace.plus(rest), last);
        }
    }

    /**
     * The same, without ending anything.
     *
     * @param patience how long to wait
     * @throws LockLostException when the fence is higher already
     * @throws TargetSystemUnavailableException when the transaction does not end
     * @throws SQLException when anything else goes wrong
     */
    public void waiting(Duration patience) throws SQLException {
        SQLException last = raised(patience, null);
        if (last != null) {
            throw blockers.error(patience, last);
        }
    }

    /** Null when it is raised; else the last error. */
    private SQLException raised(Duration limit, Duration grace) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                if (raise()) {
                    return null;
                }
                checkOrCreate();
            } catch (SQLException e) {
                if (!session.dialect().isContention(e)) {
                    throw e;
                }
                // Who waits behind a newer holder has nothing to wait for, and nobody to end.
                checkNotOvertaken();
                checkEnd(e);
                if (grace != null) {
                    blockers.announce(grace);
                }
                if (System.nanoTime() - start >= limit.toNanos()) {
                    return e;
                }
            }
        }
    }

    private void checkEnd(SQLException e) {
        if (ended.getAsBoolean()) {
            throw new TargetSystemUnavailableException(
                    "Target system " + target + " was not taken over: the process was asked to"
                            + " end while another transaction held the row '" + target + "' of " + tables.fence()
                            + ". Nothing was applied",
                    e);
        }
    }

    private boolean raise() throws SQLException {
        String condition = " WHERE name = ? AND (token < ? OR token = ? AND (owner IS NULL OR owner = COALESCE("
                + key() + ", owner))) AND (store_id IS NULL OR store_id IN (COALESCE(" + key() + ", store_id), "
                + key() + "))";
        try (PreparedStatement update = session.prepare("UPDATE " + tables.fence() + " SET token = ?, owner = COALESCE(" + key()
                + ", owner), store_id = COALESCE(" + key() + ", store_id)" + HolderNote.assignments(session.dialect())
                + condition)) {
            if (!session.dialect().keepsQueryTimeout()) {
                update.setQueryTimeout(PAUSE_SECONDS);
            }
            update.setLong(1, token);
            update.setString(2, claim.owner());
            update.setString(3, claim.store());
            update.setString(4, target);
            update.setLong(5, token);
            update.setLong(6, token);
            update.setString(7, claim.owner());
            update.setString(8, claim.store());
            update.setString(9, claim.replaced());
            return update.executeUpdate() == 1;
        }
    }

    private String key() {
        return session.dialect().keyParameter();
    }

    /** Whether there is a fence at all. */
    private boolean checkNotOvertaken() throws SQLException {
        try (PreparedStatement select = session.prepare(
                "SELECT token, owner, store_id FROM " + tables.fence() + " WHERE name = ?")) {
            select.setString(1, target);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                if (!claim.accepts(row.getString(3))) {
                    throw OtherAuditStoreException.of(target, tables.fence(), row.getString(3), row.getLong(1), claim.store());
                }
                if (claim.isOvertakenBy(row.getLong(1), claim.owner() == null ? null : row.getString(2))) {
                    throw lost(row.getLong(1));
                }
                return true;
            }
        }
    }

    private void checkOrCreate() throws SQLException {
        if (checkNotOvertaken()) {
            return;
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

    private LockLostException lost(long newest) {
        return new NewerTokenException("Target system " + target + " has seen token " + newest + " in " + tables.fence()
                + ", which is newer than " + token + ": another instance took over. If there is none, the audit store was reset"
                + " or restored: set the token of '" + target + "' in the table " + tables.prefix()
                + "lock of the audit store to at least " + newest + " and start again", newest);
    }
}
