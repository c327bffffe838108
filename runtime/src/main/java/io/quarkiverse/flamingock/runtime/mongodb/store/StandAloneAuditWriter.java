package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.runtime.mongodb.lock.AnnouncedTokens;
import io.quarkiverse.flamingock.runtime.mongodb.lock.LockDocument;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Lease;

/**
 * Records where there are no transactions, for development on a single server. The one document that is written at once is the
 * head: it carries the events until they are in their collections, and the newest tokens, so that a writer who was overtaken
 * does not match it. Whoever reads next completes what a writer has left.
 */
final class StandAloneAuditWriter implements AuditWriter {

    private static final String CARRIED = "carried";

    @Override
    public boolean write(Server server, AuditWrite write) {
        MongoCollection<Document> heads = heads(server);
        if (write.expected() == 0) {
            create(heads, write.service());
        }
        // After the head is there: from now on whoever takes over leaves the token in it.
        MongoCollection<Document> locks = server.collection(server.names().lock());
        List<Bson> conditions = new ArrayList<>(List.of(Filters.eq(write.service()),
                Filters.eq(EventDocument.SEQUENCE, write.expected()), Filters.exists(CARRIED, false)));
        for (Lease lease : write.leases()) {
            if (locks.find(LockDocument.held(lease)).first() == null) {
                return false;
            }
            conditions.add(AnnouncedTokens.noneAfter(lease));
        }
        Document values = AuditWriter.head(write);
        List<Document> events = AuditWriter.events(write);
        if (!events.isEmpty()) {
            values.append(CARRIED, events);
        }
        Document head = heads.findOneAndUpdate(Filters.and(conditions),
                new Document("$set", values).append("$currentDate", new Document(WRITTEN_AT, true)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (head == null) {
            Document found = heads.find(Filters.eq(write.service())).first();
            return complete(server, found) && write(server, write);
        }
        complete(server, head);
        return true;
    }

    /**
     * Puts what a head carries where it belongs; many may do so at once.
     *
     * @param head a head, may be null
     * @return whether it carried anything
     */
    static boolean complete(Server server, Document head) {
        if (head == null || !head.containsKey(CARRIED)) {
            return false;
        }
        List<Document> events = head.getList(CARRIED, Document.class);
        events.forEach(event -> event.append(EventDocument.TIME, head.getDate(WRITTEN_AT)));
        MongoCollection<Document> audit = server.collection(server.names().audit());
        for (Document event : events) {
            unlessPresent(() -> audit.insertOne(event));
        }
        MongoCollection<Document> states = server.collection(server.names().state());
        for (Document state : AuditWriter.states(events)) {
            unlessPresent(() -> states.replaceOne(
                    Filters.and(Filters.eq(state.get("_id")),
                            Filters.lt(EventDocument.SEQUENCE, state.get(EventDocument.SEQUENCE))),
                    state, new ReplaceOptions().upsert(true)));
        }
        heads(server).updateOne(
                Filters.and(Filters.eq(head.get("_id")),
                        Filters.eq(EventDocument.SEQUENCE, head.get(EventDocument.SEQUENCE))),
                new Document("$unset", new Document(CARRIED, "")));
        return true;
    }

    private static void create(MongoCollection<Document> heads, String service) {
        unlessPresent(() -> heads.updateOne(Filters.eq(service),
                new Document("$setOnInsert", new Document(EventDocument.SEQUENCE, 0L)), new UpdateOptions().upsert(true)));
    }

    private static void unlessPresent(Runnable write) {
        try {
            write.run();
        } catch (MongoException e) {
            if (!Server.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private static MongoCollection<Document> heads(Server server) {
        return server.collection(server.names().head());
    }
}
