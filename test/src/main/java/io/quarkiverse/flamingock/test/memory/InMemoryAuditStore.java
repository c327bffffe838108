package io.quarkiverse.flamingock.test.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.Lease;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * An audit store in memory.
 */
public final class InMemoryAuditStore implements AuditStore {

    private final InMemoryStore store;

    /**
     * @param store what is stored; several audit stores may share it, as several processes would
     */
    public InMemoryAuditStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public String describe() {
        return "memory";
    }

    @Override
    public String id() {
        return "memory-" + System.identityHashCode(store);
    }

    @Override
    public LeaseLock lock() {
        return new InMemoryLeaseLock(store);
    }

    @Override
    public Head head(String service) {
        synchronized (store) {
            store.read();
            return service(service).head;
        }
    }

    @Override
    public void prepare() {
        synchronized (store) {
            store.write("prepare");
            store.prepared = true;
        }
    }

    @Override
    public Snapshot snapshot(String service) {
        synchronized (store) {
            store.read();
            return new Snapshot(service(service).head, service(service).states);
        }
    }

    @Override
    public boolean write(AuditWrite write) {
        synchronized (store) {
            store.write("write");
            if (!store.prepared) {
                throw new AuditStoreUnavailableException("The audit store in memory could not write: it was never prepared");
            }
            store.failIfOrdered();
            InMemoryStore.Service service = service(write.service());
            if (service.head.sequence() != write.expected() || !write.leases().stream().allMatch(this::held)) {
                return false;
            }
            store.services.put(write.service(), service);
            long sequence = write.expected();
            for (AuditEvent event : write.events()) {
                append(service, event, ++sequence);
            }
            service.head = new Head(sequence, write.settled(), write.hash());
            store.lostAnswers.loseIfOrdered();
            return true;
        }
    }

    @Override
    public List<AuditEvent> history(String service, HistoryQuery query) {
        synchronized (store) {
            store.read();
            List<AuditEvent> newestFirst = new ArrayList<>(service(service).events);
            Collections.reverse(newestFirst);
            return newestFirst.stream()
                    .filter(event -> query.changeId() == null || query.changeId().equals(event.changeId()))
                    .filter(event -> query.since() == null || !event.time().isBefore(query.since()))
                    .limit(query.limit())
                    .toList();
        }
    }

    @Override
    public List<AuditEvent> events(String service, long after, int limit) {
        synchronized (store) {
            store.read();
            return service(service).events.stream().filter(event -> event.sequence() > after).limit(limit).toList();
        }
    }

    private InMemoryStore.Service service(String service) {
        return store.services.getOrDefault(service, new InMemoryStore.Service());
    }

    private boolean held(Lease lease) {
        InMemoryStore.Lock lock = store.locks.get(lease.name());
        return lock != null && lease.owner().equals(lock.owner()) && lease.token() == lock.token();
    }

    private void append(InMemoryStore.Service service, AuditEvent event, long sequence) {
        AuditEvent stored = AuditField.event(field -> switch (field) {
            case SEQUENCE -> sequence;
            case TIME -> store.clock.instant();
            default -> field.of(event);
        });
        service.events.add(stored);
        service.states.put(event.changeId(), AuditField.state(field -> field.of(stored)));
    }
}
