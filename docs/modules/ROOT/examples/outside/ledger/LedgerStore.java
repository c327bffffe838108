package org.acme.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.acme.ledger.Ledger.Entry;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * An audit store in a directory.
 */
public final class LedgerStore implements AuditStore {

    private final LedgerDirectory directory;

    /**
     * @param directory where the ledger is
     */
    public LedgerStore(LedgerDirectory directory) {
        this.directory = directory;
    }

    @Override
    public LedgerLock lock() {
        return new LedgerLock(directory);
    }

    @Override
    public String describe() {
        return "ledger in " + directory.path();
    }

    @Override
    public Head head(String service) {
        return head(read(service));
    }

    @Override
    public void prepare() {
        directory.prepare();
    }

    @Override
    public Snapshot snapshot(String service) {
        List<Entry> entries = read(service);
        Map<String, StateRow> states = new HashMap<>();
        events(entries).forEach(event -> states.put(event.changeId(), AuditField.state(field -> field.of(event))));
        return new Snapshot(head(entries), states);
    }

    // tag::write[]
    @Override
    public boolean write(AuditWrite write) {
        return directory.change("record what happened", () -> {
            long sequence = head(directory.ledger.entries(write.service())).sequence();
            if (sequence != write.expected() || !holdsAll(write.leases())) {
                return false;
            }
            Instant now = directory.clock.instant();
            List<AuditEvent> events = new ArrayList<>();
            for (AuditEvent event : write.events()) {
                long position = ++sequence;
                events.add(AuditField.event(field -> switch (field) {
                    case SEQUENCE -> position;
                    case TIME -> now;
                    default -> field.of(event);
                }));
            }
            directory.ledger.append(new Entry(write.service(), new Head(sequence, write.settled(), write.hash()), events));
            return true;
        });
    }
    // end::write[]

    @Override
    public List<AuditEvent> history(String service, HistoryQuery query) {
        List<AuditEvent> newestFirst = new ArrayList<>(events(read(service)).toList());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(event -> query.changeId() == null || query.changeId().equals(event.changeId()))
                .filter(event -> query.since() == null || !event.time().isBefore(query.since()))
                .limit(query.limit()).toList();
    }

    @Override
    public List<AuditEvent> events(String service, long after, int limit) {
        return events(read(service)).filter(event -> event.sequence() > after).limit(limit).toList();
    }

    private List<Entry> read(String service) {
        return directory.read("be read", List.<Entry> of(), () -> directory.ledger.entries(service));
    }

    private static Head head(List<Entry> entries) {
        return entries.isEmpty() ? Head.EMPTY : entries.get(entries.size() - 1).head();
    }

    private static Stream<AuditEvent> events(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.events().stream());
    }

    private boolean holdsAll(List<Lease> leases) throws IOException {
        for (Lease lease : leases) {
            if (!directory.locks.of(lease.name()).belongsTo(lease)) {
                return false;
            }
        }
        return true;
    }
}
