package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.bson.BSONException;
import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.mongodb.lock.MongoLeaseLock;
import io.quarkiverse.flamingock.runtime.mongodb.server.AuditSession;
import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Schema;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.server.Trouble;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * An audit store in collections of a MongoDB database. It never takes part in a transaction of a change.
 */
public final class MongoAuditStore implements AuditStore {

    /** How often states are read again because somebody wrote meanwhile. */
    private static final int ATTEMPTS = 100;

    private static final String READABLE = "its user may find in the collections of the audit store";

    private final String describe;
    private volatile String id;
    private final Server server;
    private final boolean autoCreate;
    private final AuditSession session;

    /**
     * @param describe what an operator knows the client by
     * @param server the database
     * @param autoCreate whether to create collections that are missing
     * @param session what to record in
     */
    public MongoAuditStore(String describe, Server server, boolean autoCreate, AuditSession session) {
        this.describe = describe;
        this.server = server;
        this.autoCreate = autoCreate;
        this.session = session;
    }

    @Override
    public String describe() {
        return describe;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LeaseLock lock() {
        return new MongoLeaseLock(server, session);
    }

    @Override
    public Head head(String service) {
        // without a lambda: this runs at every start
        try {
            return head(findHead(service));
        } catch (MongoException | BSONException | IllegalStateException e) {
            throw unavailable("read its head", READABLE, e);
        }
    }

    @Override
    public void prepare() {
        guarded("find or create its collections",
                "its user may list and create collections and indexes, or that an administrator created them", () -> {
                    Schema.ensure(server, Schema.store(server.names()), autoCreate);
                    id = StoreId.of(server);
                    return null;
                });
    }

    @Override
    public Snapshot snapshot(String service) {
        return guarded("read its states", READABLE, () -> {
            Document head = completed(service);
            for (int attempt = 1;; attempt++) {
                Map<String, StateRow> states = new HashMap<>();
                for (Document state : server.collection(server.names().state()).find(Filters.eq(EventDocument.SERVICE,
                        service))) {
                    states.put(state.getString(EventDocument.CHANGE_ID), EventDocument.row(state));
                }
                Document after = completed(service);
                // No write was between the two, so the states are those of one moment.
                if (head(head).sequence() == head(after).sequence()) {
                    return new Snapshot(head(after), states);
                }
                if (attempt == ATTEMPTS) {
                    throw new MongoException("others write all the time");
                }
                head = after;
            }
        });
    }

    @Override
    public boolean write(AuditWrite write) {
        return guarded("record what happened", "it has a primary, is not full, and its user may find, insert and update in the"
                + " collections of the audit store", () -> {
                    AuditWriter writer = server.hasTransactions() ? new TransactionAuditWriter(session)
                            : new StandAloneAuditWriter();
                    return writer.write(server, write);
                });
    }

    @Override
    public List<AuditEvent> history(String service, HistoryQuery query) {
        Document filter = new Document(EventDocument.SERVICE, service);
        if (query.changeId() != null) {
            filter.append(EventDocument.CHANGE_ID, query.changeId());
        }
        if (query.since() != null) {
            filter.append(EventDocument.TIME, new Document("$gte", Date.from(query.since())));
        }
        return events(service, filter, -1, query.limit());
    }

    @Override
    public List<AuditEvent> events(String service, long after, int limit) {
        return events(service, new Document(EventDocument.SERVICE, service).append(EventDocument.SEQUENCE,
                new Document("$gt", after)), 1, limit);
    }

    private List<AuditEvent> events(String service, Document filter, int direction, int limit) {
        return guarded("read its events", READABLE, () -> {
            completed(service);
            List<AuditEvent> events = new ArrayList<>();
            for (Document event : server.collection(server.names().audit()).find(filter)
                    .sort(new Document(EventDocument.SEQUENCE, direction)).limit(limit)) {
                events.add(EventDocument.event(event));
            }
            return events;
        });
    }

    private Document findHead(String service) {
        return server.collection(server.names().head()).find(new Document("_id", service)).first();
    }

    /** The head, once all that it carries is in its place. */
    private Document completed(String service) {
        Document head = findHead(service);
        return StandAloneAuditWriter.complete(server, head) ? findHead(service) : head;
    }

    private static Head head(Document document) {
        return document == null ? Head.EMPTY
                : new Head(Numbers.number(document, EventDocument.SEQUENCE), document.getString("settled"),
                        document.getString("hash"));
    }

    private <T> T guarded(String purpose, String check, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException | BSONException | IllegalStateException e) {
            // The last one is what a client says that is closed.
            throw unavailable(purpose, check, e);
        }
    }

    private AuditStoreUnavailableException unavailable(String purpose, String check, RuntimeException e) {
        Trouble trouble = new Trouble(e, server);
        return new AuditStoreUnavailableException("The audit store (" + describe + ") could not " + purpose + ": "
                + Sentence.unended(e.getMessage()) + ". " + trouble.advice(check), e, trouble.awaited());
    }
}
