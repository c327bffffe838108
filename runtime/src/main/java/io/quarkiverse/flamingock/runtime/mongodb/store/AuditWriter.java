package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.AuditWrite;

/**
 * Records events with the states and the head that follow, all or nothing.
 */
interface AuditWriter {

    /** When the head was last written, by the clock of the server. */
    String WRITTEN_AT = "writtenAt";

    /**
     * @return false, with nothing written, when the head has moved on or a lease is no longer held
     */
    boolean write(Server server, AuditWrite write);

    /** The events, without a time. */
    static List<Document> events(AuditWrite write) {
        List<Document> events = new ArrayList<>();
        for (AuditEvent event : write.events()) {
            events.add(EventDocument.of(write.service(), write.expected() + events.size() + 1, event));
        }
        return events;
    }

    /** The new states of the changes that the events are of. */
    static List<Document> states(List<Document> events) {
        Map<Object, Document> latest = new LinkedHashMap<>();
        for (Document event : events) {
            latest.put(event.get(EventDocument.CHANGE_ID), EventDocument.state(event));
        }
        return List.copyOf(latest.values());
    }

    /** What the head says afterwards. */
    static Document head(AuditWrite write) {
        return new Document(EventDocument.SEQUENCE, write.expected() + write.events().size())
                .append("settled", write.settled()).append("hash", write.hash());
    }
}
