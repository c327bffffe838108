package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.bson.BsonDocument;
import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/**
 * The newest token that a target system has seen, in a document that every change's transaction writes at its beginning; and
 * the markers behind it. The document also names the session of the holder, so that the next one can end what it has left.
 *
 * @param target the id of the target system
 * @param server the database
 * @param patience how long to wait for a transaction of an older holder
 */
public record MongoFence(String target, Server server, Patience patience) {

    /** How long one operation waits once the holder's session was ended. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    /**
     * Raises the fence, or confirms it, once no transaction of an older holder is about to commit. Ends the session of one
     * that does not end by itself.
     *
     * @param token the token of the new holder
     * @param session the session of the new holder; null where there are no transactions
     * @throws NewerTokenException when it is higher already
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when a transaction does not end
     */
    public void raise(long token, BsonDocument session) {
        FormerHolder former = new FormerHolder(target, server);
        long start = System.nanoTime();
        boolean ended = false;
        while (true) {
            try {
                if (shown(token, session, ended ? SLICE : patience.grace())) {
                    return;
                }
                checkOrCreate(token);
            } catch (MongoExecutionTimeoutException e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (patience.isOver(waited)) {
                    throw former.blocks(waited, e);
                }
                if (!ended && patience.graceIsOver(waited)) {
                    former.end(fences(), token, waited);
                    ended = true;
                }
            }
        }
    }

    /** False when there is no fence, or it is higher already. */
    private boolean shown(long token, BsonDocument session, Duration wait) {
        // A write that changes nothing would not wait.
        Document update = new Document("$set", new Document("token", token).append("session", session))
                .append("$inc", new Document("raised", 1L));
        return fences().findOneAndUpdate(Filters.and(Filters.eq(target), Filters.lte("token", token)), update,
                new FindOneAndUpdateOptions().maxTime(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) != null;
    }

    /** Names the session of the holder; false when the token is no longer the newest. */
    boolean note(long token, BsonDocument session) {
        return fences().updateOne(own(token), new Document("$set", new Document("session", session)))
                .getMatchedCount() == 1;
    }

    /**
     * Writes the fence in a transaction.
     *
     * @param session the session of the transaction
     * @param token the token of the holder
     * @return false when the token is not the newest
     */
    public boolean enter(ClientSession session, long token) {
        return fences().updateOne(session, own(token), new Document("$inc", new Document("touch", 1L)))
                .getMatchedCount() == 1;
    }

    /**
     * @param token the token of a holder
     * @return whether a newer one was seen
     */
    public boolean isOvertaken(long token) {
        Document fence = fences().find(Filters.eq(target)).first();
        return fence != null && Numbers.number(fence, "token") > token;
    }

    /**
     * @return the markers behind this fence
     */
    public MongoMarkers markers() {
        return new MongoMarkers(server);
    }

    /**
     * @param token the token of a holder that was overtaken
     * @return an error that says so
     */
    public LockLostException lost(long token) {
        return new LockLostException("Target system " + target + " is no longer held with token " + token
                + ": another instance took over");
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
        } else if (Numbers.number(found, "token") > token) {
            long newer = Numbers.number(found, "token");
            String collection = server.names().fence();
            throw new NewerTokenException("Target system " + target + " has seen token " + newer + " in " + collection
                    + ", which is newer than " + token + ": another instance took over. If there is none, the audit store was"
                    + " reset or restored: set the token of '" + target + "' in the lock of the audit store to at least "
                    + newer + " and start again", newer);
        }
    }

    private Document own(long token) {
        return new Document("_id", target).append("token", token);
    }

    private MongoCollection<Document> fences() {
        return server.collection(server.names().fence());
    }
}
