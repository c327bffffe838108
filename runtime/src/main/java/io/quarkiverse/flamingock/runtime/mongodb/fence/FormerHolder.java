package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.time.Duration;

import org.bson.BsonDocument;
import org.bson.Document;
import org.jboss.logging.Logger;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * The holder before, whose transaction is still open: its session is in the fence, and who takes over ends it.
 *
 * @param target the id of the target system
 * @param server the database
 */
record FormerHolder(String target, Server server) {

    private static final Logger LOG = Logger.getLogger(MongoFence.class);

    /**
     * Has its session ended; never one of a holder with a newer token.
     *
     * @return whether the server was asked
     */
    boolean end(MongoCollection<Document> fences, long token, Duration waited) {
        try {
            // As it is, whatever the application's client makes of a UUID.
            BsonDocument holder = fences.withDocumentClass(BsonDocument.class).find(Filters.eq(target)).first();
            if (holder != null && holder.isDocument("session") && holder.getNumber("token").longValue() <= token) {
                server.administration().kill(holder.getDocument("session"));
                LOG.warnf("Target system %s: after %d ms a transaction still holds its fence. The server was asked to end the"
                        + " session of the holder before (token %d). It does so at once if that is of the same database user;"
                        + " otherwise the transaction ends when its lifetime is over"
                        + " (transactionLifetimeLimitSeconds of the server, 60 s by default)", target, waited.toMillis(),
                        holder.getNumber("token").longValue());
                return true;
            }
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the session of the holder before could not be ended: %s. Its transaction ends when its"
                    + " lifetime is over (transactionLifetimeLimitSeconds of the server, 60 s by default)", target,
                    Redaction.of(e.getMessage()));
        }
        return false;
    }

    /** The fence was got after all. */
    void hasEnded(Duration waited) {
        LOG.warnf("Target system %s: taken over after %d ms. The transaction that held its fence has ended; what it had not"
                + " committed is undone", target, waited.toMillis());
    }

    TargetSystemUnavailableException givenUp(MongoException e) {
        return new TargetSystemUnavailableException("Target system " + target + " was not taken over: the process was asked to"
                + " end while a transaction held the document '" + target + "' of " + server.names().fence() + " in database "
                + server.database() + ". Nothing was applied", e);
    }

    TargetSystemUnavailableException blocks(Duration waited, boolean asked, MongoException e) {
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + waited.toMillis() + " ms a transaction still holds the document '" + target + "' of "
                + server.names().fence() + " in database " + server.database()
                + ". It belongs to an older holder of the lock and must end first. "
                + (asked ? "The server was asked to end the session of the holder before, but it ends only sessions of the same"
                        + " database user. " : "")
                + "The transaction ends when its lifetime is over (transactionLifetimeLimitSeconds of the server, 60 s by"
                + " default): start again then. Or find it with db.getSiblingDB(\"admin\").aggregate([{$currentOp: {allUsers:"
                + " true, idleSessions: true}}, {$match: {transaction: {$exists: true}}}]), and end it: its own user with"
                + " db.adminCommand({killSessions: [{id: <its lsid.id>}]}), who has the right killAnySession with"
                + " db.adminCommand({killAllSessionsByPattern: [{lsid: <its lsid>}]})", e);
    }
}
