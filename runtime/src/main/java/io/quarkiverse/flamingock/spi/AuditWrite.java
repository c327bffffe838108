package io.quarkiverse.flamingock.spi;

import java.util.List;

import io.quarkiverse.flamingock.result.AuditEvent;

/**
 * Something to record, all of it or nothing: events with the states that follow from them, and the head.
 *
 * @param service the application
 * @param expected the sequence that the head must still have
 * @param leases leases that must still be held by their owner with their token; may be empty
 * @param events what happened, with the sequences that follow {@code expected}; their time is set by the store; may be empty
 * @param settled the new value of {@link Head#settled()}, may be null
 * @param hash the new value of {@link Head#hash()}, may be null
 */
public record AuditWrite(String service, long expected, List<Lease> leases, List<AuditEvent> events, String settled,
        String hash) {

    public AuditWrite {
        leases = List.copyOf(leases);
        events = List.copyOf(events);
    }
}
