package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.OtherAuditStoreException;
import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Claim;
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

    private static final String TOKEN = "token";
    private static final String OWNER = "owner";
    private static final String STORE = "storeId";
    /** How long one operation waits, before it is looked what has become of the time and of the process. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    /**
     * Raises the fence, or confirms it, once no transaction of an older holder is about to commit. Has the session ended of one
     * that does not end by itself.
     *
     * @param claim the right of the new holder; without an owner it is only waited for
     * @param session the session of the new holder; null where there are no transactions
     * @param ended whether to wait no longer
     * @throws NewerTokenException when it is higher already
     * @throws OtherAuditStoreException when another audit store gave the newest token
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when a transaction does not end
     */
    public void raise(Claim claim, BsonDocument session, BooleanSupplier ended) {
        FormerHolder former = new FormerHolder(target, server);
        long start = System.nanoTime();
        boolean graceIsOver = false;
        boolean asked = false;
        while (true) {
            try {
                if (shown(claim, session, graceIsOver ? SLICE : patience.slice(SLICE))) {
                    if (graceIsOver) {
                        former.hasEnded(Duration.ofNanos(System.nanoTime() - start));
                    }
                    return;
                }
                checkOrCreate(claim);
            } catch (MongoException e) {
                if (!Server.isTimeOver(e)) {
                    throw e;
                }
                // Who waits behind a newer holder has nothing to wait for, and nobody to end.
                checkOrCreate(claim);
                if (ended.getAsBoolean()) {
                    throw former.givenUp(e);
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (patience.isOver(waited)) {
                    throw former.blocks(waited, asked, e);
                }
                if (!graceIsOver && patience.graceIsOver(waited)) {
                    graceIsOver = true;
                    asked = former.end(fences(), claim.token(), waited);
                }
            }
        }
    }

    /** False when there is no fence, or it is higher already. */
    private boolean shown(Claim claim, BsonDocument session, Duration wait) {
        Document set = new Document(TOKEN, claim.token()).append("session", session);
        List<Bson> conditions = new ArrayList<>(List.of(Filters.eq(target), Filters.lte(TOKEN, claim.token())));
        if (claim.owner() != null) {
            set.append(OWNER, claim.owner());
            conditions.add(Filters.or(Filters.lt(TOKEN, claim.token()), Filters.in(OWNER, claim.owner(), null)));
        }
        if (claim.store() != null) {
            set.append(STORE, claim.store());
            conditions.add(Filters.in(STORE, claim.store(), claim.replaced(), null));
        }
        // A write that changes nothing would not wait.
        Document update = new Document("$set", set).append("$inc", new Document("raised", 1L));
        return server.collection(server.names().fence(), wait).findOneAndUpdate(Filters.and(conditions), update,
                new FindOneAndUpdateOptions().maxTime(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) != null;
    }

    /** Names the session of the holder; false when the token is no longer the newest. */
    boolean note(long token, BsonDocument session) {
        return note(token, "session", session);
    }

    /** False when the token is no longer the newest. */
    boolean note(long token, String field, BsonDocument note) {
        return fences().updateOne(own(token), new Document("$set", new Document(field, note))).getMatchedCount() == 1;
    }

    /**
     * Ends what an older holder's interrupted execution without a transaction is still doing, or waits for it.
     *
     * @param claim the right of the new holder
     * @param service the application
     * @param changeId the id of the change
     * @param ended whether to wait no longer
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when it does not end, or nothing is waited for
     *         any more
     */
    public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
        // As it is, whatever the application's client makes of a UUID.
        BsonDocument fence = fences().withDocumentClass(BsonDocument.class).find(Filters.eq(target)).first();
        new InterruptedOperations(target, server, patience).end(
                fence == null || !fence.isDocument(AtWork.FIELD) ? null : fence.getDocument(AtWork.FIELD), claim, service,
                changeId,
                ended);
    }

    /**
     * Writes the fence in a transaction.
     *
     * @param session the session of the transaction
     * @param token the token of the holder
     * @return false when the token is not the newest
     */
    public boolean enter(ClientSession session, long token) {
        return server.inTransaction(server.names().fence())
                .updateOne(session, own(token), new Document("$inc", new Document("touch", 1L)))
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

    private void checkOrCreate(Claim claim) {
        Document found = fences().find(Filters.eq(target)).first();
        String collection = server.names().fence();
        if (found == null) {
            try {
                fences().updateOne(Filters.eq(target),
                        new Document("$setOnInsert", new Document(TOKEN, claim.token())), new UpdateOptions().upsert(true));
            } catch (MongoException e) {
                if (!Server.isDuplicateKey(e)) {
                    throw e;
                }
            }
            return;
        }
        long newest = Numbers.number(found, TOKEN);
        if (!claim.accepts(found.getString(STORE))) {
            throw OtherAuditStoreException.of(target, collection, found.getString(STORE), newest, claim.store());
        }
        if (claim.isOvertakenBy(newest, claim.owner() == null ? null : found.getString(OWNER))) {
            throw new NewerTokenException("Target system " + target + " has seen token " + newest + " in " + collection
                    + ", which is newer than " + claim.token()
                    + ": another instance took over. If there is none, the audit store"
                    + " was reset or restored: set the token of '" + target + "' in the lock of the audit store to at least "
                    + newest + " and start again", newest);
        }
    }

    private Document own(long token) {
        return new Document("_id", target).append("token", token);
    }

    private MongoCollection<Document> fences() {
        return server.collection(server.names().fence());
    }
}
