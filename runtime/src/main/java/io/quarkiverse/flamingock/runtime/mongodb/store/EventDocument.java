package io.quarkiverse.flamingock.runtime.mongodb.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bson.Document;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Events and states as documents.
 */
final class EventDocument {

    static final String SERVICE = "service";
    static final String SEQUENCE = "sequence";
    static final String CHANGE_ID = "changeId";
    static final String TIME = "time";

    private EventDocument() {
    }

    /** What is stored of an event, without its time. */
    static Document of(String service, long sequence, AuditEvent e) {
        return new Document("_id", new Document(SERVICE, service).append(SEQUENCE, sequence))
                .append(SERVICE, service).append(SEQUENCE, sequence).append("executionId", e.executionId())
                .append("attempt", e.attempt()).append(CHANGE_ID, e.changeId()).append("state", e.state().name())
                .append("targetSystem", e.targetSystem()).append("order", e.order()).append("author", e.author())
                .append("description", e.description()).append("source", e.source())
                .append("transactional", e.transactional())
                .append("recovery", e.recovery() == null ? null : e.recovery().name()).append("token", e.token())
                .append("durationNanos", e.duration() == null ? null : e.duration().toNanos()).append("error", e.error())
                .append("executedBy", e.executedBy()).append("host", e.host())
                .append("applicationVersion", e.applicationVersion()).append("tag", e.tag())
                .append("checksum", e.checksum()).append("resolvedBy", e.resolvedBy())
                .append("resolvedToken", e.resolvedToken()).append("interruptions", e.interruptions())
                .append("previousHash", e.previousHash());
    }

    /** The state that follows from an event. */
    static Document state(Document event) {
        Document state = new Document("_id", stateId(event));
        for (String field : new String[] { SERVICE, CHANGE_ID, "state", "attempt", "token", "targetSystem", "order",
                "checksum", "transactional", SEQUENCE, "error", "interruptions" }) {
            state.append(field, event.get(field));
        }
        return state;
    }

    static Document stateId(Document event) {
        return new Document(SERVICE, event.get(SERVICE)).append(CHANGE_ID, event.get(CHANGE_ID));
    }

    static AuditEvent event(Document d) {
        String recovery = d.getString("recovery");
        Date time = d.getDate(TIME);
        return new AuditEvent(number(d, SEQUENCE), d.getString("executionId"), (int) number(d, "attempt"),
                d.getString(CHANGE_ID), ChangeState.valueOf(d.getString("state")), d.getString("targetSystem"),
                d.getString("order"), d.getString("author"), d.getString("description"), d.getString("source"),
                d.getBoolean("transactional", false), recovery == null ? null : RecoveryStrategy.valueOf(recovery),
                number(d, "token"), time == null ? null : Instant.ofEpochMilli(time.getTime()), duration(d),
                d.getString("error"), d.getString("executedBy"), d.getString("host"), d.getString("applicationVersion"),
                d.getString("tag"), d.getString("checksum"), d.getString("resolvedBy"),
                d.get("resolvedToken") == null ? null : number(d, "resolvedToken"), (int) number(d, "interruptions"),
                d.getString("previousHash"));
    }

    static StateRow row(Document d) {
        return new StateRow(d.getString(CHANGE_ID), ChangeState.valueOf(d.getString("state")), (int) number(d, "attempt"),
                number(d, "token"), d.getString("targetSystem"), d.getString("order"), d.getString("checksum"),
                d.getBoolean("transactional", false), number(d, SEQUENCE), d.getString("error"),
                (int) number(d, "interruptions"));
    }

    /** A number, of whatever type a shell or another driver has left it. */
    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Duration duration(Document d) {
        return d.get("durationNanos") == null ? null : Duration.ofNanos(number(d, "durationNanos"));
    }
}
