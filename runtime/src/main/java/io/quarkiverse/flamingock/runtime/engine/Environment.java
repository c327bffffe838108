package io.quarkiverse.flamingock.runtime.engine;

import java.util.SortedSet;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * All that is passed in to the engine.
 */
record Environment(Pipeline pipeline, Settings settings, Identity identity, AuditStore store, LeaseLock lock,
        TargetSystems targets, ChangeInvoker invoker, Ticker ticker, Background background, Ids ids, RunLog log) {

    Snapshot snapshot() {
        return store.snapshot(settings.service());
    }

    String settledMark() {
        return settings.settledMark(pipeline.fingerprint());
    }

    HeldLocks acquire(SortedSet<String> names, String owner, BooleanSupplier pointless) {
        return new LockAcquisition(lock, settings, ticker, background, log).acquire(names, owner, pointless);
    }

    AuditTrail trail(HeldLocks held, Snapshot snapshot) {
        return new AuditTrail(store, settings.service(), held, ticker, settings.lease(), snapshot);
    }
}
