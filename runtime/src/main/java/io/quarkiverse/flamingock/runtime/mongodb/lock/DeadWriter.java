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

    void end(MongoCollection<Document> locks, String name) {
        // As it is, whatever the application's client makes of a UUID. In one read: its writer must be the one whose lease is over.
        BsonDocument lock = locks.withDocumentClass(BsonDocument.class).find(Filters.eq(name)).first();
        if (lock == null || !lock.isDocument(LockDocument.WRITER) || !clock.isOver(lock)) {
            return;
        }
        String owner = lock.isString(LockDocument.OWNER) ? lock.getString(LockDocument.OWNER).getValue()
                : LockDocument.UNKNOWN;
        try {
            server.kill(lock.getDocument(LockDocument.WRITER));
            LOG.warnf("Target system %s: the holder before (%s) left a transaction open in the audit store; its session was"
                    + " ended. What it was recording is undone", name, owner);
        } catch (MongoException e) {
            LOG.warnf("Target system %s: the holder before (%s) left a transaction open in the audit store; its session"
                    + " could not be ended: %s. The transaction ends when its lifetime is over", name, owner,
                    Redaction.of(e.getMessage()));
        }
    }
}
