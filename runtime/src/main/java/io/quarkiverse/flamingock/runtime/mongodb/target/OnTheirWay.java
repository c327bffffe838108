package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.bson.BsonDocument;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;

import io.quarkiverse.flamingock.runtime.mongodb.fence.Patience;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.watch.Watch;

/**
 * Operations without a transaction whose connection broke: a client that gives up ends nothing at the server.
 *
 * @param server the database
 * @param patience how long to wait for them
 */
record OnTheirWay(Server server, Patience patience) {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Shorter than the patience of any client. */
    private static final Duration SLICE = Duration.ofMillis(500);

    /**
     * @param broken the operations
     * @return whether none of them can take effect any more
     */
    boolean ended(List<Watch.Broken> broken) {
        long start = System.nanoTime();
        for (Watch.Broken each : broken) {
            if (!(each.numbered() && server.hasTransactions() ? isOvertaken(each.session(), start)
                    : isEnded(Server.id(each.session()), start))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A server takes the operations of a session one after the other: this one waits for what is at work, and what comes
     * later has a number that is too low.
     */
    private boolean isOvertaken(ClientSession session, long start) {
        do {
            try {
                server.administration().kill(Server.id(session));
                session.startTransaction(server.transaction(SLICE));
                try {
                    server.inTransaction(server.names().fence()).find(session)
                            .maxTime(SLICE.toMillis(), TimeUnit.MILLISECONDS).first();
                    return true;
                } finally {
                    session.abortTransaction();
                }
            } catch (MongoException | IllegalStateException e) {
                // still at work, or the connection is not back
            }
        } while (mayWait(start));
        return false;
    }

    /** What has no number may arrive later: only one that was seen at work is known to be gone. */
    private boolean isEnded(BsonDocument session, long start) {
        boolean atWork = false;
        do {
            try {
                if (!server.administration().isAtWork(session)) {
                    return atWork;
                }
                atWork = true;
                server.administration().kill(session);
            } catch (MongoException | IllegalStateException e) {
                // the connection is not back
            }
        } while (mayWait(start));
        return false;
    }

    private boolean mayWait(long start) {
        LockSupport.parkNanos(PAUSE_NANOS);
        return patience.timeout().compareTo(Duration.ofNanos(System.nanoTime() - start)) > 0
                && !Thread.currentThread().isInterrupted();
    }
}
