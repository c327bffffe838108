package io.quarkiverse.flamingock.runtime.mongodb.lock;

import org.bson.BsonDocument;
import org.bson.Document;
import org.jboss.logging.Logger;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.redact.Redaction;

/**
 * Ends what an owner whose lease is over was recording when it died: its transaction has written the lock.
 *
 * @param server the database of the audit store
 * @param clock whether its lease is over
 */
record DeadWriter(Server server, LeaseClock clock) {

    private static final Logger LOG = Logger.getLogger(MongoLeaseLock.class);

    /**
     * @return the owner whose session the server was asked to end; null where there is nothing to end
     */
    String end(MongoCollection<Document> locks, String name) {
        // As it is, whatever the application's client makes of a UUID. In one read: its writer must be the one whose lease is over.
        BsonDocument lock = locks.withDocumentClass(BsonDocument.class).find(Filters.eq(name)).first();
        if (lock == null || !lock.isDocument(LockDocument.WRITER) || !clock.isOver(lock)) {
            return null;
        }
        String owner = lock.isString(LockDocument.OWNER) ? lock.getString(LockDocument.OWNER).getValue()
                : LockDocument.UNKNOWN;
        try {
            server.administration().kill(lock.getDocument(LockDocument.WRITER));
            return owner;
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the holder before (%s) left a transaction open in the audit store; its session"
                    + " could not be ended: %s. The transaction ends when its lifetime is over"
                    + " (transactionLifetimeLimitSeconds of the server, 60 s by default)", name, owner,
                    Redaction.of(e.getMessage()));
            return null;
        }
    }

    /** It may be that of another user, which the server would not say. */
    static void asked(String name, String owner) {
        LOG.warnf("Target system %s: a transaction in the audit store holds the lock, whose holder before (%s) has lost it. The"
                + " server was asked to end the session of that holder. It does so at once if that is of the same database user;"
                + " otherwise the transaction ends when its lifetime is over (transactionLifetimeLimitSeconds of the server,"
                + " 60 s by default), and the lock is taken then", name, owner);
    }

    /** The lock was got after all. */
    static void hasEnded(String name, String owner) {
        LOG.warnf(
                "Target system %s: the lock is taken. The transaction that the holder before (%s) left open in the audit store"
                        + " has ended; what it had not committed is undone",
                name, owner);
    }
}
