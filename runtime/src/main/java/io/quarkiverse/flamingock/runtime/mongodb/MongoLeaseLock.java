package io.quarkiverse.flamingock.runtime.mongodb;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * A lock in a collection beside those of the audit store, one document per target system. Time is compared by the server in
 * the operation that takes the lock, and the token is kept for ever.
 */
final class MongoLeaseLock implements LeaseLock {

    private static final Logger LOG = Logger.getLogger(MongoLeaseLock.class);

    private static final Date LONG_AGO = new Date(0);
    private static final String OWNERS = "owners";
    private static final String WRITER = "writer";
    /** An owner records within much less. */
    private static final long PATIENCE_SECONDS = 1;
    /** An owner of whom only this is known: that it did not release the lock. */
    private static final String UNKNOWN = "unknown";
    /** How servers say that they do not know the variable NOW. */
    private static final List<Integer> NO_SUCH_VARIABLE = List.of(17276, 9, 168);

    private final Server server;
    private final AuditSession session;
    private volatile boolean knowsNow = true;

    /**
     * @param server the database of the audit store
     * @param session what its holder records in
     */
    MongoLeaseLock(Server server, AuditSession session) {
        this.server = server;
        this.session = session;
    }

    /** Matches the lock as long as a lease holds it. */
    static Document held(Lease lease) {
        return new Document("_id", lease.name()).append("owner", lease.owner()).append("token", lease.token());
    }

    @Override
    public Optional<Lease> tryAcquire(String name, String owner, Duration duration) {
        return guarded("acquired", name, () -> {
            try {
                return announced(Optional.ofNullable(acquire(name, owner, duration)));
            } catch (MongoExecutionTimeoutException e) {
                // A transaction has written the lock. Whoever asks again finds it free, or finds who has it.
                endWriter(name);
                return Optional.empty();
            }
        });
    }

    private Lease acquire(String name, String owner, Duration duration) {
        Lease lease = takeFree(name, owner, duration);
        if (lease == null) {
            Document found = locks().find(Filters.eq(name)).first();
            if (found == null) {
                create(name);
                lease = takeFree(name, owner, duration);
            } else if (owner.equals(found.getString("owner"))) {
                // An owner that asks again did not get the first answer.
                lease = take(Filters.and(Filters.eq(name), Filters.eq("owner", owner)), owner, duration, taken());
            }
        }
        return lease;
    }

    /** Ends what an owner whose lease is over was recording when it died. */
    private void endWriter(String name) {
        // As it is, whatever the application's client makes of a UUID. In one read: its writer must be the one whose lease is over.
        BsonDocument lock = locks().withDocumentClass(BsonDocument.class).find(Filters.eq(name)).first();
        if (lock == null || !lock.isDocument(WRITER)
                || !isOver(lock.getDateTime("renewedAt").getValue(), lock.getNumber("lease").longValue())) {
            return;
        }
        String owner = lock.isString("owner") ? lock.getString("owner").getValue() : UNKNOWN;
        try {
            server.kill(lock.getDocument(WRITER));
            LOG.warnf("Target system %s: the holder before (%s) left a transaction open in the audit store; its session was"
                    + " ended. What it was recording is undone", name, owner);
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the holder before (%s) left a transaction open in the audit store; its session"
                    + " could not be ended: %s. The transaction ends when its lifetime is over", name, owner, e.getMessage());
        }
    }

    @Override
    public boolean isHeld(String name) {
        return guarded("read", name, () -> find(name));
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        return guarded("raised", lease.name(), () -> locks().updateOne(held(lease),
                new Document("$set", new Document("token", above + 1))).getMatchedCount() == 0 ? Optional.<Lease> empty()
                        : announced(Optional.of(new Lease(lease.name(), lease.owner(), above + 1, lease.takenOver()))));
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return guarded("renewed", lease.name(), () -> locks().updateOne(held(lease),
                new Document("$set", new Document("lease", duration.toMillis()))
                        .append("$currentDate", new Document("renewedAt", true)))
                .getMatchedCount() == 1);
    }

    @Override
    public void release(Lease lease) {
        guarded("released", lease.name(), () -> locks().updateOne(held(lease), new Document("$set",
                new Document("owner", null).append(OWNERS, lease.takenOver() ? List.of(UNKNOWN) : List.of()).append("lease", 0L)
                        .append("renewedAt", LONG_AGO).append(WRITER, null))));
    }

    /** Takes a lock that is released or over; null if another owner holds it or it has no document. */
    private Lease takeFree(String name, String owner, Duration duration) {
        // The last two owners without a release between them, so that one who asks again learns that it took over.
        Document update = taken().append("$push",
                new Document(OWNERS, new Document("$each", List.of(owner)).append("$slice", -2)));
        if (knowsNow) {
            try {
                return take(Filters.and(Filters.eq(name), Filters.ne("owner", owner), ends("$lte")), owner, duration, update);
            } catch (MongoException e) {
                goOnWithoutNow(e);
            }
        }
        Document found = locks().find(Filters.eq(name)).first();
        boolean free = found != null && !owner.equals(found.getString("owner")) && isOver(found);
        return free ? take(Filters.and(Filters.eq(name), Filters.eq("token", found.get("token")),
                Filters.eq("renewedAt", found.getDate("renewedAt"))), owner, duration, update) : null;
    }

    private static Document taken() {
        return new Document("$inc", new Document("token", 1L)).append("$currentDate", new Document("renewedAt", true));
    }

    private boolean find(String name) {
        if (knowsNow) {
            try {
                return locks().find(Filters.and(Filters.eq(name), Filters.ne("owner", null), ends("$gt"))).first() != null;
            } catch (MongoException e) {
                goOnWithoutNow(e);
            }
        }
        Document found = locks().find(Filters.eq(name)).first();
        return found != null && found.getString("owner") != null && !isOver(found);
    }

    /** Compares the end of the lease with the time of the server. */
    private static Bson ends(String comparison) {
        return Filters.expr(
                new Document(comparison, List.of(new Document("$add", List.of("$renewedAt", "$lease")), "$$NOW")));
    }

    private boolean isOver(Document lock) {
        return isOver(lock.getDate("renewedAt").getTime(), EventDocument.number(lock, "lease"));
    }

    private boolean isOver(long renewedAt, long lease) {
        return renewedAt + lease <= server.time().getTime();
    }

    private void goOnWithoutNow(MongoException e) {
        if (!NO_SUCH_VARIABLE.contains(e.getCode())) {
            throw e;
        }
        knowsNow = false;
    }

    private Lease take(Bson filter, String owner, Duration duration, Document update) {
        Document lock = locks().findOneAndUpdate(filter,
                update.append("$set", new Document("owner", owner).append("lease", duration.toMillis())
                        .append(WRITER, session.id())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).maxTime(PATIENCE_SECONDS,
                        TimeUnit.SECONDS));
        return lock == null ? null
                : new Lease(lock.getString("_id"), owner, EventDocument.number(lock, "token"),
                        lock.getList(OWNERS, String.class).size() > 1);
    }

    /** Creates the document of a lock at its first use, and where it was deleted: then tokens go on from the last state. */
    private void create(String name) {
        Document last = server.collection(server.names().state()).find(Filters.eq("targetSystem", name))
                .sort(Sorts.descending("token")).first();
        long token = last == null ? 0 : EventDocument.number(last, "token");
        try {
            locks().updateOne(Filters.eq(name), new Document("$setOnInsert", new Document("owner", null)
                    .append(OWNERS, List.of()).append("token", token).append("lease", 0L).append("renewedAt", LONG_AGO)),
                    new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (!Server.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private Optional<Lease> announced(Optional<Lease> lease) {
        if (lease.isPresent() && !server.hasTransactions()) {
            StandAloneAuditWriter.announce(server, lease.get());
        }
        return lease;
    }

    private MongoCollection<Document> locks() {
        return server.collection(server.names().lock());
    }

    private static <T> T guarded(String what, String name, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException | IllegalStateException e) {
            throw new AuditStoreUnavailableException("The lock of target system " + name + " could not be " + what + ": "
                    + e.getMessage() + ". Check that the MongoDB of the audit store can be reached, has a primary, and that"
                    + " its user may find, insert and update in the collections of the audit store", e);
        }
    }
}
