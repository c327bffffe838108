package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.OtherAuditStoreException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.redact.Redaction;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * Raises a fence while a transaction of an older holder may be in the way: waits for it, ends it after a while, and says
 * what a person has to do where that fails. The older holder has no right left, and its marker tells what it did.
 */
public final class Takeover {

    private static final Logger LOG = Logger.getLogger(Takeover.class);
    /** How long a statement waits before it is looked who is in the way. */
    private static final int PAUSE_SECONDS = 1;

    private final Session session;
    private final TableNames tables;
    private final String target;
    private final Claim claim;
    private final BooleanSupplier ended;
    private final long token;
    private final HolderSearch search;
    private Holder announced;

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
        this.search = HolderSearch.of(session.dialect());
    }

    /**
     * @param grace how long to wait before the transaction in the way is ended
     * @param patience how long to wait after that
     * @throws LockLostException when the fence is higher already
     * @throws TargetSystemUnavailableException when the transaction does not end
     * @throws SQLException when anything else goes wrong
     */
    public void endingHolders(Duration grace, Duration patience) throws SQLException {
        if (raised(grace, grace) == null) {
            return;
        }
        end(grace);
        SQLException last = raised(patience, null);
        if (last != null) {
            throw blocked(grace.plus(patience), last);
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
            throw blocked(patience, last);
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
                    announce(grace);
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

    private void announce(Duration grace) {
        if (announced == null) {
            announced = find();
            if (announced != null) {
                LOG.warnf(
                        "Target system %s is still held by a transaction of an older holder of the lock: %s. It is ended if it"
                                + " lasts longer than quarkus.flamingock.lock.takeover-grace (%s)",
                        target, announced, grace);
            }
        }
    }

    private void end(Duration grace) {
        Holder holder = find();
        if (holder == null) {
            return;
        }
        try {
            if (!search.end(session, tables, target, token, holder)) {
                return;
            }
            LOG.warnf("Ended a transaction of an older holder of target system %s, which had lasted longer than"
                    + " quarkus.flamingock.lock.takeover-grace (%s): %s", target, grace, holder);
        } catch (SQLException e) {
            LOG.warnf("A transaction of an older holder of target system %s could not be ended: %s: %s", target, holder,
                    Redaction.of(e.getMessage()));
        }
    }

    /** Null where it is not known for certain, or may not be known by this user. */
    private Holder find() {
        return find(token);
    }

    private Holder find(long newer) {
        try {
            return search.find(session, tables, target, newer);
        } catch (SQLException e) {
            LOG.debugf("It can't be seen which session holds the fence of target system %s: %s", target,
                    Redaction.of(e.toString()));
            return null;
        }
    }

    private LockLostException lost(long newest) {
        return new NewerTokenException("Target system " + target + " has seen token " + newest + " in " + tables.fence()
                + ", which is newer than " + token + ": another instance took over. If there is none, the audit store was reset"
                + " or restored: set the token of '" + target + "' in the table " + tables.prefix()
                + "lock of the audit store to at least " + newest + " and start again", newest);
    }

    private TargetSystemUnavailableException blocked(Duration waited, SQLException e) {
        // It may be an own transaction whose outcome is waited for.
        Holder holder = find(token + 1);
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + waited.toMillis() + " ms another transaction still holds the row '" + target + "' of " + tables.fence()
                + ". It belongs to an older holder of the lock and must end first: "
                + (holder == null ? tables.dialect().findHolder(tables.fence())
                        : "it is " + holder + "; end it with " + holder.end()),
                e);
    }
}
