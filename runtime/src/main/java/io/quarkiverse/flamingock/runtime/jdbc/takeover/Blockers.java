package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * Whoever is in the way of raising a fence: the session of an older holder, which may be ended, or what it has prepared in two
 * phases before it died, which only transaction recovery or a person ends.
 */
final class Blockers {

    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final String RECOVERY = "quarkus.transaction-manager.enable-recovery=true";

    private final Session session;
    private final TableNames tables;
    private final String target;
    private final long token;
    private final HolderSearch search;
    private final PreparedSearch prepared;
    private boolean announced;

    /**
     * @param session a session of the database
     * @param tables the names of the tables
     * @param target the id of the target system
     * @param token only sessions of holders with an older one are ended
     */
    Blockers(Session session, TableNames tables, String target, long token) {
        this.session = session;
        this.tables = tables;
        this.target = target;
        this.token = token;
        this.search = HolderSearch.of(session.dialect());
        this.prepared = new PreparedSearch(session, tables, target);
    }

    /** Says once who it is, as soon as that is known. */
    void announce(Duration grace) {
        if (announced) {
            return;
        }
        Holder holder = find(token);
        List<String> left = left(holder);
        if (!left.isEmpty()) {
            LOG.warnf(
                    "Target system %s is still held by a transaction that was prepared in two phases, and of which no session is"
                            + " left%s. It is waited for: transaction recovery ends it where that is switched on (%s)",
                    target, which(left),
                    RECOVERY);
        } else if (holder != null) {
            LOG.warnf("Target system %s is still held by a transaction of an older holder of the lock: %s. It is ended if it"
                    + " lasts longer than quarkus.flamingock.lock.takeover-grace (%s)", target, holder, grace);
        }
        announced = holder != null || !left.isEmpty();
    }

    /**
     * Ends a session.
     *
     * @return whether none is left, but a prepared transaction
     */
    boolean end(Duration grace) {
        Holder holder = find(token);
        if (!left(holder).isEmpty()) {
            return true;
        }
        if (holder != null) {
            end(holder, grace);
        }
        return false;
    }

    private void end(Holder holder, Duration grace) {
        try {
            if (search.end(session, tables, target, token, holder)) {
                LOG.warnf("Ended a transaction of an older holder of target system %s, which had lasted longer than"
                        + " quarkus.flamingock.lock.takeover-grace (%s): %s", target, grace, holder);
            }
        } catch (SQLException e) {
            LOG.warnf("A transaction of an older holder of target system %s could not be ended: %s: %s", target, holder,
                    Redaction.of(e.getMessage()));
        }
    }

    /** What a person has to do where it does not end. */
    TargetSystemUnavailableException error(Duration waited, SQLException e) {
        // It may be an own transaction whose outcome is waited for.
        Holder holder = find(token + 1);
        List<String> left = left(holder);
        String who = holder == null ? tables.dialect().findHolder(tables.fence())
                : "it is " + holder + "; end it with " + holder.end();
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + waited.toMillis() + " ms another transaction still holds the row '" + target + "' of " + tables.fence()
                + ". It belongs to an older holder of the lock and must end first: " + (left.isEmpty() ? who : what(left)), e);
    }

    private String what(List<String> left) {
        return "it was prepared in two phases, and no session is left of it" + which(left)
                + ". Transaction recovery ends it where"
                + " that is switched on (" + RECOVERY + ") and finds what the instance that began it has stored. Else end it in"
                + " the same way as in the other systems that took part: " + prepared.ends(left);
    }

    private static String which(List<String> left) {
        return left.size() == 1 ? ": " + left.get(0) : "; one of these: " + String.join("; ", left);
    }

    private List<String> left(Holder holder) {
        try {
            return prepared.behind(holder);
        } catch (SQLException e) {
            LOG.debugf("It can't be seen which transactions are prepared in target system %s: %s", target,
                    Redaction.of(e.toString()));
            return List.of();
        }
    }

    /** Null where it is not known for certain, or may not be known by this user. */
    private Holder find(long newer) {
        try {
            return search.find(session, tables, target, newer);
        } catch (SQLException e) {
            LOG.debugf("It can't be seen which session holds the fence of target system %s: %s", target,
                    Redaction.of(e.toString()));
            return null;
        }
    }
}
