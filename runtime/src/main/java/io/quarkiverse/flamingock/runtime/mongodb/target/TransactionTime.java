package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.time.Duration;
import java.util.Set;

import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.text.Sentence;

/**
 * How long the transaction of a change has lasted, and how long it may: the server ends it after a while, and where the
 * application has a time-out for whole operations, the driver gives it up then. The next attempt would last as long.
 *
 * @param server the database
 * @param changeId the change
 * @param began when it began, by {@link System#nanoTime()}: before the first operation was sent
 */
record TransactionTime(Server server, String changeId, long began) {

    private static final Duration USUAL_LIFETIME = Duration.ofSeconds(60);
    private static final int LIFETIME_OVER = 290;
    /** Not in progress; and how servers end an operation that is at work. */
    private static final Set<Integer> ENDED = Set.of(MongoProof.NO_SUCH_TRANSACTION, 262, LIFETIME_OVER, 11601);
    /** What the driver and this clock may differ by. */
    private static final Duration INACCURACY = Duration.ofMillis(20);

    static TransactionTime begins(Server server, String changeId) {
        return new TransactionTime(server, changeId, System.nanoTime());
    }

    /**
     * @param reason why the transaction ended
     * @return an explanation, where it ended because it lasted too long; null where it did not
     */
    String over(MongoException reason) {
        Duration lasted = Duration.ofNanos(System.nanoTime() - began);
        if (reason instanceof MongoOperationTimeoutException) {
            // Without the label it was an operation outside of the transaction.
            return reason.hasErrorLabel(Server.TRANSIENT) ? overForTheDriver(reason, lasted) : null;
        }
        return ENDED.contains(reason.getCode()) && !MongoProof.neverBegun(reason) ? overForTheServer(reason, lasted) : null;
    }

    private String overForTheDriver(MongoException reason, Duration lasted) {
        Duration limit = server.applicationsTimeout();
        // The driver does not begin what can't be answered in time.
        if (limit == null || limit.isZero()
                || lasted.plus(server.roundTrip()).plus(INACCURACY).compareTo(limit) < 0) {
            return null;
        }
        return "The transaction of change " + changeId + " was given up after " + lasted.toMillis()
                + " ms: the MongoDB client has timeoutMS=" + limit.toMillis()
                + ", which the driver counts from the beginning of a transaction to its end: "
                + Sentence.unended(reason.getMessage())
                + ". It is not tried again, because it would last as long. Raise timeoutMS in the connection string, make"
                + " several changes of this one, or declare it with transactional = false, where it counts for each operation";
    }

    private String overForTheServer(MongoException reason, Duration lasted) {
        Duration told = server.administration().transactionLifetime();
        Duration limit = told == null ? USUAL_LIFETIME : told;
        if (reason.getCode() != LIFETIME_OVER && lasted.compareTo(limit) < 0) {
            return null;
        }
        return "The transaction of change " + changeId + " lasted " + lasted.toMillis()
                + " ms, and the server ends one after " + limit.toSeconds() + " s (transactionLifetimeLimitSeconds"
                + (told == null ? "; that it has its usual value is assumed, as the server did not tell it" : "") + "): "
                + Sentence.unended(reason.getMessage())
                + ". It is not tried again, because it would last as long. Make several changes of this one, declare it with"
                + " transactional = false, or let an administrator raise the limit:"
                + " db.adminCommand({setParameter: 1, transactionLifetimeLimitSeconds: <seconds>})";
    }

    /**
     * @return why a transaction may be no longer in progress whose change returned, where it did not last too long
     */
    String endedUnseen() {
        boolean told = server.administration().transactionLifetime() != null;
        return "Either an operation failed and the change caught the error, and in MongoDB the first error ends the"
                + " transaction; or its session was ended by others" + (told ? ""
                        : "; or the change ran longer than transactionLifetimeLimitSeconds of the server, which did not tell"
                                + " it: make it smaller, or declare it with transactional = false");
    }
}
