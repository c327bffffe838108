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

    /** Ends its session; never one of a holder with a newer token. */
    void end(MongoCollection<Document> fences, long token, Duration waited) {
        try {
            // As it is, whatever the application's client makes of a UUID.
            BsonDocument holder = fences.withDocumentClass(BsonDocument.class).find(Filters.eq(target)).first();
            if (holder != null && holder.isDocument("session") && holder.getNumber("token").longValue() <= token) {
                server.kill(holder.getDocument("session"));
                LOG.warnf("Target system %s: the transaction of the holder before (token %d) was still open after %d ms; its"
                        + " session was ended. What it had not committed is undone", target,
                        holder.getNumber("token").longValue(), waited.toMillis());
            }
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the session of the holder before could not be ended: %s. Its transaction ends when its"
                    + " lifetime is over", target, Redaction.of(e.getMessage()));
        }
    }

    TargetSystemUnavailableException givenUp(MongoException e) {
        return new TargetSystemUnavailableException("Target system " + target + " was not taken over: the process was asked to"
                + " end while a transaction held the document '" + target + "' of " + server.names().fence() + " in database "
                + server.database() + ". Nothing was applied", e);
    }

    TargetSystemUnavailableException blocks(Duration waited, MongoException e) {
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + waited.toMillis() + " ms a transaction still holds the document '" + target + "' of "
                + server.names().fence() + " in database " + server.database()
                + ". It belongs to an older holder of the lock and must end first: find it with db.getSiblingDB(\"admin\")"
                + ".aggregate([{$currentOp: {idleSessions: true}}, {$match: {transaction: {$exists: true}}}]), and end it with"
                + " db.adminCommand({killSessions: [{id: <its lsid.id>}]})", e);
    }
}
