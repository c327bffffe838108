package io.quarkiverse.flamingock.runtime.engine;

import java.util.SortedSet;
import java.util.function.BooleanSupplier;

import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * All that is passed in to the engine.
 */
record Environment(PipelineSource source, Settings settings, Identity identity, AuditStore store, LeaseLock lock,
        TargetSystems targets, ChangeInvoker invoker, Platform platform, RunLog log) {

    Pipeline pipeline() {
        return source.load();
    }

    Snapshot snapshot() {
        return store.snapshot(settings.service());
    }

    String settledMark() {
        return settings.settledMark(source.fingerprint());
    }

    Ticker ticker() {
        return platform.ticker();
    }

    void reached(Phase phase) {
        platform.failpoints().reached(phase, null);
    }

    HeldLocks acquire(SortedSet<String> names, String owner, BooleanSupplier pointless) {
        return new LockAcquisition(lock, settings, platform, log).acquire(names, owner, pointless);
    }

    /**
     * Raises the fence of a target system. One that has seen newer tokens than the lock, which was reset or restored, is
     * caught up with as long as the lock is held.
     */
    Markers fence(String target, HeldLocks held) {
        ChangeTarget system = targets.get(target);
        try {
            return system.fence(held.token(target), settings.service());
        } catch (NewerTokenException e) {
            held.raise(target, e);
            return system.fence(held.token(target), settings.service());
        }
    }

    AuditTrail trail(HeldLocks held, Snapshot snapshot) {
        return new AuditTrail(store, settings, held, platform.ticker(), snapshot);
    }
}
