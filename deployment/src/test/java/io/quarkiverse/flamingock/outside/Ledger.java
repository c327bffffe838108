package io.quarkiverse.flamingock.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/** An audit store for one service and one process, in memory. */
public class Ledger implements AuditStore, LeaseLock {

    private final String name;
    private final Map<String, StateRow> states = new HashMap<>();
    private final List<AuditEvent> events = new ArrayList<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private Head head = Head.EMPTY;
    private long token;

    public Ledger(String name) {
        this.name = name;
    }

    @Override
    public String describe() {
        return "ledger " + name;
    }

    @Override
    public LeaseLock lock() {
        return this;
    }

    @Override
    public synchronized Head head(String service) {
        return head;
    }

    @Override
    public void prepare() {
        // nothing to create
    }

    @Override
    public synchronized Snapshot snapshot(String service) {
        return new Snapshot(head, states);
    }

    @Override
    public synchronized boolean write(AuditWrite write) {
        if (head.sequence() != write.expected() || !leases.values().containsAll(write.leases())) {
            return false;
        }
        for (AuditEvent event : write.events()) {
            AuditEvent stored = AuditField.event(field -> field == AuditField.TIME ? Instant.EPOCH : field.of(event));
            events.add(stored);
            states.put(stored.changeId(), AuditField.state(field -> field.of(stored)));
        }
        head = new Head(write.expected() + write.events().size(), write.settled(), write.hash());
        return true;
    }

    @Override
    public synchronized List<AuditEvent> history(String service, HistoryQuery query) {
        List<AuditEvent> newestFirst = new ArrayList<>();
        events.forEach(event -> newestFirst.add(0, event));
        return newestFirst;
    }

    @Override
    public synchronized List<AuditEvent> events(String service, long after, int limit) {
        return events.stream().filter(event -> event.sequence() > after).limit(limit).toList();
    }

    @Override
    public synchronized Optional<Lease> tryAcquire(String target, String owner, Duration duration) {
        if (leases.containsKey(target)) {
            return Optional.empty();
        }
        leases.put(target, new Lease(target, owner, ++token, false));
        return Optional.of(leases.get(target));
    }

    @Override
    public Optional<Lease> raise(Lease lease, long above) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized boolean isHeld(String target) {
        return leases.containsKey(target);
    }

    @Override
    public synchronized boolean renew(Lease lease, Duration duration) {
        return leases.containsValue(lease);
    }

    @Override
    public synchronized void release(Lease lease) {
        leases.values().remove(lease);
    }
}
