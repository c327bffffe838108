package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Claim;

/**
 * What an execution without an outcome has sent outside of a transaction may go on at the server long after its process. The
 * operations of the sessions that it had noted are waited for, and ended after a while: their owner has no right left. Those of
 * another database user are not seen.
 *
 * @param target the id of the target system
 * @param server the database
 * @param patience how long to wait
 */
record InterruptedOperations(String target, Server server, Patience patience) {

    private static final Logger LOG = Logger.getLogger(InterruptedOperations.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    void end(BsonDocument noted, Claim claim, String service, String changeId, BooleanSupplier ended) {
        if (noted == null || !noted.getString(AtWork.SERVICE).getValue().equals(service)
                || !noted.getString(AtWork.CHANGE_ID).getValue().equals(changeId)
                || noted.getNumber(AtWork.TOKEN).longValue() >= claim.token()) {
            return;
        }
        long start = System.nanoTime();
        for (BsonValue session : noted.getArray(AtWork.SESSIONS)) {
            end(session.asDocument(), changeId, start, ended);
        }
    }

    private void end(BsonDocument session, String changeId, long start, BooleanSupplier ended) {
        boolean asked = false;
        while (server.administration().isAtWork(session)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (ended.getAsBoolean()) {
                throw new TargetSystemUnavailableException(stillAtWork(changeId)
                        + ", and the process was asked to end while it waited for that. Nothing was applied");
            }
            if (patience.isOver(waited)) {
                throw new TargetSystemUnavailableException(stillAtWork(changeId) + ", and could not be ended. Nothing was"
                        + " applied. Wait until it is over and try again, or find it with"
                        + " db.getSiblingDB(\"admin\").aggregate([{$currentOp: {}}, {$match: {\"lsid.id\": "
                        + session.get("id") + "}}]) and end it with db.killOp(<its opid>)");
            }
            if (patience.graceIsOver(waited)) {
                server.administration().kill(session);
                if (!asked) {
                    LOG.warnf("%s after quarkus.flamingock.lock.takeover-grace (%s): the server was asked to end it",
                            stillAtWork(changeId), patience.grace());
                    asked = true;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private String stillAtWork(String changeId) {
        return "Change '" + changeId + "' was interrupted. An operation that it had sent to target system '" + target
                + "' is still at work";
    }
}
