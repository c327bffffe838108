package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;

import io.quarkiverse.flamingock.runtime.mongodb.lock.LockDocument;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Records in one transaction. The documents of the leases and of the head are written in it, so that of two that write or take
 * over at the same time only one succeeds.
 */
final class TransactionAuditWriter implements AuditWriter {

    private static final int ATTEMPTS = 20;
    /** A transaction that is left open by another process ends by itself after a minute, or somewhat later. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** A renewal may need the only connection. */
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final int COMMITS = 3;

    private final AuditSession session;

    /**
     * @param session the session to write in
     */
    TransactionAuditWriter(AuditSession session) {
        this.session = session;
    }

    @Override
    public boolean write(Server server, AuditWrite write) {
        long start = System.nanoTime();
        for (int attempt = 1;; attempt++) {
            try {
                return session.use(own -> inTransaction(server, own, write));
            } catch (MongoException e) {
                if (!e.hasErrorLabel(Server.TRANSIENT) || System.nanoTime() - start > PATIENCE.toNanos()
                        && (attempt >= ATTEMPTS || Server.isTimeOver(e))) {
                    throw e;
                }
            }
            waitForOthers(server, write);
        }
    }

    private static boolean inTransaction(Server server, ClientSession session, AuditWrite write) {
        session.startTransaction();
        try {
            boolean written = record(server, session, write);
            if (written) {
                commit(session);
            }
            return written;
        } finally {
            if (session.hasActiveTransaction()) {
                session.abortTransaction();
            }
        }
    }

    /** The leases first: who comes after a writer that died in the middle meets it at a lock, which names its session. */
    private static boolean record(Server server, ClientSession session, AuditWrite write) {
        Document head = holdsLeases(server, session, write.leases()) ? moveHead(server, session, write) : null;
        if (head == null) {
            return false;
        }
        List<Document> events = AuditWriter.events(write);
        if (!events.isEmpty()) {
            events.forEach(event -> event.append(EventDocument.TIME, head.getDate(WRITTEN_AT)));
            server.inTransaction(server.names().audit()).insertMany(session, events);
            server.inTransaction(server.names().state()).bulkWrite(session, AuditWriter.states(events).stream()
                    .map(state -> new ReplaceOneModel<>(Filters.eq(state.get("_id")), state, new ReplaceOptions().upsert(true)))
                    .toList());
        }
        return true;
    }

    private static Document moveHead(Server server, ClientSession session, AuditWrite write) {
        try {
            return server.inTransaction(server.names().head()).findOneAndUpdate(session,
                    new Document("_id", write.service()).append(EventDocument.SEQUENCE, write.expected()),
                    new Document("$set", AuditWriter.head(write)).append("$currentDate", new Document(WRITTEN_AT, true)),
                    new FindOneAndUpdateOptions().upsert(write.expected() == 0).returnDocument(ReturnDocument.AFTER));
        } catch (MongoException e) {
            // It is there, and no longer at the beginning.
            if (Server.isDuplicateKey(e)) {
                return null;
            }
            throw e;
        }
    }

    private static boolean holdsLeases(Server server, ClientSession session, List<Lease> leases) {
        MongoCollection<Document> locks = server.inTransaction(server.names().lock());
        for (Lease lease : leases.stream().sorted(Comparator.comparing(Lease::name)).toList()) {
            // A read would not keep others from taking over before the commit.
            if (locks.updateOne(session, LockDocument.held(lease), new Document("$inc", new Document("writes", 1L)))
                    .getMatchedCount() != 1) {
                return false;
            }
        }
        return true;
    }

    private static void commit(ClientSession session) {
        for (int attempt = 1;; attempt++) {
            try {
                session.commitTransaction();
                return;
            } catch (MongoException e) {
                if (!e.hasErrorLabel(Server.UNKNOWN_COMMIT) || attempt == COMMITS) {
                    throw e;
                }
            }
        }
    }

    /** A write outside of transactions waits where one inside fails at once; a while, for each of them. */
    private static void waitForOthers(Server server, AuditWrite write) {
        waitForOthers(server, server.names().head(), write.service(), true);
        for (Lease lease : write.leases()) {
            waitForOthers(server, server.names().lock(), lease.name(), false);
        }
    }

    private static void waitForOthers(Server server, String collection, String id, boolean create) {
        Document waited = new Document("$inc", new Document("waits", 1L));
        if (create) {
            waited.append("$setOnInsert", new Document(EventDocument.SEQUENCE, 0L));
        }
        try {
            server.collection(collection, SLICE).findOneAndUpdate(new Document("_id", id), waited,
                    new FindOneAndUpdateOptions().upsert(create).maxTime(SLICE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (MongoException e) {
            // still there: the next attempt will tell
            if (!Server.isDuplicateKey(e) && !Server.isTimeOver(e)) {
                throw e;
            }
        }
    }
}
