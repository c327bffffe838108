package io.quarkiverse.flamingock.runtime.mongodb;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.bson.BsonDocument;
import org.bson.Document;
import org.jboss.logging.Logger;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * The newest token that a target system has seen, in a document that every change's transaction writes at its beginning; and
 * the markers behind it. The document also names the session of the holder, so that the next one can end what it has left.
 *
 * @param target the id of the target system
 * @param server the database
 * @param settings how long to wait for a transaction of an older holder
 */
record MongoFence(String target, Server server, MongoSettings settings) {

    private static final Logger LOG = Logger.getLogger(MongoFence.class);

    /** How long one operation waits once the holder's session was ended. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    /** Creates the collections where they are missing. */
    void prepare() {
        Schema.ensure(server, Schema.target(server.names()), settings.autoCreate());
    }

    /**
     * Raises the fence, or confirms it, once no transaction of an older holder is about to commit. Ends the session of one
     * that does not end by itself.
     *
     * @param session the session of the new holder; null where there are no transactions
     * @throws NewerTokenException when it is higher already
     * @throws TargetSystemUnavailableException when a transaction does not end
     */
    void raise(long token, BsonDocument session) {
        long start = System.nanoTime();
        boolean ended = false;
        while (true) {
            try {
                // A write that changes nothing would not wait.
                Document update = new Document("$set", new Document("token", token).append("session", session))
                        .append("$inc", new Document("raised", 1L));
                long wait = Math.max(1, (ended ? SLICE : settings.takeoverGrace()).toMillis());
                if (fences().findOneAndUpdate(Filters.and(Filters.eq(target), Filters.lte("token", token)), update,
                        new FindOneAndUpdateOptions().maxTime(wait, TimeUnit.MILLISECONDS)) != null) {
                    return;
                }
                checkOrCreate(token);
            } catch (MongoExecutionTimeoutException e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (waited.compareTo(settings.takeoverGrace().plus(settings.fenceTimeout())) >= 0) {
                    throw blocked(waited, e);
                }
                if (!ended && waited.compareTo(settings.takeoverGrace()) >= 0) {
                    endHolder(token, waited);
                    ended = true;
                }
            }
        }
    }

    /** Names the session of the holder; false when the token is no longer the newest. */
    boolean note(long token, BsonDocument session) {
        return fences().updateOne(own(token), new Document("$set", new Document("session", session)))
                .getMatchedCount() == 1;
    }

    /** Writes the fence in a transaction; false when the token is not the newest. */
    boolean enter(ClientSession session, long token) {
        return fences().updateOne(session, own(token), new Document("$inc", new Document("touch", 1L)))
                .getMatchedCount() == 1;
    }

    /** Whether a newer token was seen. */
    boolean isOvertaken(long token) {
        Document fence = fences().find(Filters.eq(target)).first();
        return fence != null && EventDocument.number(fence, "token") > token;
    }

    Map<String, Marker> markers(String service) {
        Map<String, Marker> markers = new HashMap<>();
        for (Document found : server.collection(server.names().marker()).find(Filters.eq(EventDocument.SERVICE, service))) {
            Marker marker = new Marker(found.getString(EventDocument.CHANGE_ID), EventDocument.number(found, "token"),
                    found.getString("checksum"), Marker.State.valueOf(found.getString("state")));
            markers.put(marker.changeId(), marker);
        }
        return markers;
    }

    LockLostException lost(long token) {
        return new LockLostException("Target system " + target + " is no longer held with token " + token
                + ": another instance took over");
    }

    private void endHolder(long token, Duration waited) {
        try {
            // As it is, whatever the application's client makes of a UUID.
            BsonDocument holder = fences().withDocumentClass(BsonDocument.class).find(Filters.eq(target)).first();
            if (holder != null && holder.isDocument("session") && holder.getNumber("token").longValue() <= token) {
                server.kill(holder.getDocument("session"));
                LOG.warnf("Target system %s: the transaction of the holder before (token %d) was still open after %d ms; its"
                        + " session was ended. What it had not committed is undone", target,
                        holder.getNumber("token").longValue(), waited.toMillis());
            }
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the session of the holder before could not be ended: %s. Its transaction ends when its"
                    + " lifetime is over", target, e.getMessage());
        }
    }

    private void checkOrCreate(long token) {
        Document found = fences().find(Filters.eq(target)).first();
        if (found == null) {
            try {
                fences().updateOne(Filters.eq(target),
                        new Document("$setOnInsert", new Document("token", token)), new UpdateOptions().upsert(true));
            } catch (MongoException e) {
                if (!Server.isDuplicateKey(e)) {
                    throw e;
                }
            }
        } else if (EventDocument.number(found, "token") > token) {
            long newer = EventDocument.number(found, "token");
            String collection = server.names().fence();
            throw new NewerTokenException("Target system " + target + " has seen token " + newer + " in " + collection
                    + ", which is newer than " + token + ": another instance took over. If there is none, the audit store was"
                    + " reset or restored: set the token of '" + target + "' in the lock of the audit store to at least "
                    + newer + " and start again", newer);
        }
    }

    private TargetSystemUnavailableException blocked(Duration waited, MongoException e) {
        return new TargetSystemUnavailableException("Target system " + target + " could not be taken over: after "
                + waited.toMillis() + " ms a transaction still holds the document '" + target + "' of "
                + server.names().fence() + " in database " + server.database()
                + ". It belongs to an older holder of the lock and must end first: find it with db.getSiblingDB(\"admin\")"
                + ".aggregate([{$currentOp: {idleSessions: true}}, {$match: {transaction: {$exists: true}}}]), and end it with"
                + " db.adminCommand({killSessions: [{id: <its lsid.id>}]})", e);
    }

    private Document own(long token) {
        return new Document("_id", target).append("token", token);
    }

    private MongoCollection<Document> fences() {
        return server.collection(server.names().fence());
    }
}
