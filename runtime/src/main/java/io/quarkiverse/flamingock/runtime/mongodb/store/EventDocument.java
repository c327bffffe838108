package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.bson.Document;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Events and states as documents.
 */
final class EventDocument {

    static final String SERVICE = "service";
    static final String SEQUENCE = "sequence";
    static final String CHANGE_ID = "changeId";
    static final String TIME = "time";
    private static final Map<AuditField, String> NAMES = names();

    private EventDocument() {
    }

    /** What is stored of an event, without its time. */
    static Document of(String service, long sequence, AuditEvent event) {
        Document document = new Document("_id", new Document(SERVICE, service).append(SEQUENCE, sequence))
                .append(SERVICE, service);
        for (AuditField field : AuditField.values()) {
            if (field != AuditField.TIME) {
                document.append(name(field), field == AuditField.SEQUENCE ? sequence : field.of(event));
            }
        }
        return document;
    }

    /** The state that follows from an event. */
    static Document state(Document event) {
        Document state = new Document("_id", stateId(event)).append(SERVICE, event.get(SERVICE));
        for (AuditField field : AuditField.values()) {
            if (field.inState()) {
                state.append(name(field), event.get(name(field)));
            }
        }
        return state;
    }

    static Document stateId(Document event) {
        return new Document(SERVICE, event.get(SERVICE)).append(CHANGE_ID, event.get(CHANGE_ID));
    }

    static AuditEvent event(Document document) {
        return AuditField.event(field -> value(document, field));
    }

    static StateRow row(Document document) {
        return AuditField.state(field -> value(document, field));
    }

    private static Object value(Document document, AuditField field) {
        Object value = document.get(name(field));
        return field == AuditField.TIME && value != null ? Instant.ofEpochMilli(((Date) value).getTime()) : value;
    }

    private static String name(AuditField field) {
        return NAMES.get(field);
    }

    /** Those of the fields in camel case. */
    private static Map<AuditField, String> names() {
        Map<AuditField, String> names = new EnumMap<>(AuditField.class);
        for (AuditField field : AuditField.values()) {
            String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
            StringBuilder name = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
            }
            names.put(field, name.toString());
        }
        names.put(AuditField.CHANGE_ORDER, "order");
        return names;
    }
}
