package io.quarkiverse.flamingock.runtime.engine.environment;

import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What it takes to see that nothing is pending. A start that finds so loads nothing of the rest of the {@link Environment}.
 *
 * @param source the changes of the application, loaded when they are needed
 * @param settings how to behave
 * @param store where to record
 * @param ticker the process's own time
 * @param failpoints told at each phase
 */
public record FirstLook(PipelineSource source, Settings settings, AuditStore store, Ticker ticker, Failpoints failpoints) {

    /**
     * @return what the head says once everything is done
     */
    public String settledMark() {
        return settings.settledMark(source.fingerprint());
    }

    /**
     * @return whether the head says that everything is done
     */
    public boolean isSettled() {
        return settledMark().equals(store.head(settings.service()).settled());
    }

    /**
     * @return what the audit store knows now
     */
    public Snapshot snapshot() {
        return store.snapshot(settings.service());
    }
}
