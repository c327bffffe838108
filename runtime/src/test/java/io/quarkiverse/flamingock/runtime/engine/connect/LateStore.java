package io.quarkiverse.flamingock.runtime.engine.connect;

import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;

/** A store whose head can't be read for some time. */
final class LateStore implements AuditStore {

    private final AuditStore store;
    private final String awaited;
    int missing;

    LateStore(AuditStore store, String awaited, int missing) {
        this.store = store;
        this.awaited = awaited;
        this.missing = missing;
    }

    @Override
    public Head head(String service) {
        if (missing > 0) {
            missing--;
            throw new AuditStoreUnavailableException("no answer, " + missing + " to come", null, awaited);
        }
        return store.head(service);
    }

    @Override
    public String describe() {
        return store.describe();
    }

    @Override
    public String id() {
        return store.id();
    }

    @Override
    public LeaseLock lock() {
        return store.lock();
    }

    @Override
    public void prepare() {
        store.prepare();
    }

    @Override
    public Snapshot snapshot(String service) {
        return store.snapshot(service);
    }

    @Override
    public boolean write(AuditWrite write) {
        return store.write(write);
    }

    @Override
    public List<AuditEvent> history(String service, HistoryQuery query) {
        return store.history(service, query);
    }

    @Override
    public List<AuditEvent> events(String service, long after, int limit) {
        return store.events(service, after, limit);
    }
}
