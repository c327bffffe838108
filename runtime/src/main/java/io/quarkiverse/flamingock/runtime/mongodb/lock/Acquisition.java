package io.quarkiverse.flamingock.runtime.mongodb.lock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * One attempt to take a lock: free, over, or one's own.
 *
 * @param server the database of the audit store
 * @param clock whether a lease is over
 * @param name the name of the lock
 * @param owner who asks
 * @param duration for how long
 * @param writer the session that the owner records in; null where there are no transactions
 */
record Acquisition(Server server, LeaseClock clock, String name, String owner, Duration duration, BsonDocument writer) {

    /** An owner records within much less. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * @return null if another owner holds it
     * @throws MongoException when a transaction has written the lock and does not end, of which {@link Server#isTimeOver} is
     *         true
     */
    Lease attempt() {
        Lease lease = takeOver();
        if (lease == null) {
            Document found = find();
            if (found == null) {
                create();
                lease = takeOver();
            } else if (owner.equals(found.getString(LockDocument.OWNER))) {
                // An owner that asks again did not get the first answer.
                lease = take(Filters.and(Filters.eq(name), Filters.eq(LockDocument.OWNER, owner)),
                        LockDocument.taken(owner, duration, writer));
            }
        }
        return lease;
    }

    /** Takes a lock that is released or over; null if another owner holds it or it has no document. */
    private Lease takeOver() {
        Document update = LockDocument.takenFromAnother(owner, duration, writer);
        if (clock.knowsNow()) {
            try {
                return take(Filters.and(Filters.eq(name), Filters.ne(LockDocument.OWNER, owner), LeaseClock.over()), update);
            } catch (MongoException e) {
                clock.goOnWithoutNow(e);
            }
        }
        Document found = find();
        boolean free = found != null && !owner.equals(found.getString(LockDocument.OWNER)) && clock.isOver(found);
        return free ? take(Filters.and(Filters.eq(name), Filters.eq(LockDocument.TOKEN, found.get(LockDocument.TOKEN)),
                Filters.eq(LockDocument.RENEWED_AT, found.getDate(LockDocument.RENEWED_AT))), update) : null;
    }

    private Lease take(Bson filter, Document update) {
        Document lock = server.collection(server.names().lock(), PATIENCE).findOneAndUpdate(filter, update,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).maxTime(PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS));
        return lock == null ? null
                : new Lease(lock.getString("_id"), owner, Numbers.number(lock, LockDocument.TOKEN),
                        lock.getList(LockDocument.OWNERS, String.class).size() > 1);
    }

    /** Creates the document of a lock at its first use, and where it was deleted: then tokens go on from the last state. */
    private void create() {
        Document last = server.collection(server.names().state()).find(Filters.eq("targetSystem", name))
                .sort(Sorts.descending("token")).first();
        long token = last == null ? 0 : Numbers.number(last, "token");
        try {
            locks().updateOne(Filters.eq(name), LockDocument.created(token), new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (!Server.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private Document find() {
        return locks().find(Filters.eq(name)).first();
    }

    private MongoCollection<Document> locks() {
        return server.collection(server.names().lock());
    }
}
