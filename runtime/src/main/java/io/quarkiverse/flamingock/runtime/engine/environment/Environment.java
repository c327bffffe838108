package io.quarkiverse.flamingock.runtime.engine.environment;

import java.util.function.Supplier;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.engine.port.Ticker;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.engine.settings.SettledMark;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * All that is passed in to the engine.
 *
 * @param source the changes of the application, loaded when they are needed
 * @param settings how to behave
 * @param who finds out who runs, when that is first recorded
 * @param store where to record
 * @param lock the lock beside it
 * @param targets the target systems
 * @param invoker calls changes
 * @param platform the process
 * @param calls the calls that are on their way
 * @param log what runs tell
 * @param stage how far the application is
 */
public record Environment(PipelineSource source, Settings settings, Supplier<Identity> who, AuditStore store, LeaseLock lock,
        TargetSystems targets, ChangeInvoker invoker, Platform platform, Calls calls, RunLog log,
        Stage stage) {

    /**
     * @param now how far the application is
     * @return the same, at that stage
     */
    public Environment at(Stage now) {
        return new Environment(source, settings, who, store, lock, targets, invoker, platform, calls, log, now);
    }

    /**
     * @return the changes of the application, which are loaded now
     */
    public Pipeline pipeline() {
        return source.load();
    }

    /**
     * @return who runs
     */
    public Identity identity() {
        return who.get();
    }

    /**
     * @return what the audit store knows now
     */
    public Snapshot snapshot() {
        return store.snapshot(settings.service());
    }

    /**
     * @return what the head says once everything is done
     */
    public SettledMark settledMark() {
        return settings.settledMark(source.fingerprint());
    }

    /**
     * @return whether the head says that everything is done
     */
    public boolean isSettled() {
        return settledMark().fits(store.head(settings.service()).settled());
    }

    /**
     * @return what makes texts of errors
     */
    public ErrorText errors() {
        return new ErrorText(platform.redactors());
    }

    /**
     * @return the process's own time
     */
    public Ticker ticker() {
        return platform.ticker();
    }

    /**
     * @param phase a phase of the run that was reached
     */
    public void reached(Phase phase) {
        reached(phase, null);
    }

    /**
     * @param phase a phase that was reached
     * @param change the id of the change; null where the phase is one of the run
     */
    public void reached(Phase phase, String change) {
        platform.failpoints().reached(phase, change);
    }

    /**
     * @param change the id of a change that would be next
     * @throws FlamingockException when the process is asked to end
     */
    public void checkEnd(String change) {
        if (platform.end().requested()) {
            throw ended("The process was asked to end before change '" + change
                    + "'. What was applied until then is recorded; the next start goes on from there.");
        }
    }

    /**
     * Says it now: a virtual machine that shuts down does not wait for who would report the error.
     *
     * @param message what was given up because the process was asked to end
     * @return the error
     */
    public FlamingockException ended(String message) {
        log.warn(message);
        return new FlamingockException(message);
    }

    /**
     * What fails because connections and beans were closed under it is no reason to record anything.
     *
     * @param change the id of a change whose code did not succeed
     * @param error what it met, without secrets
     * @throws FlamingockException when the process waits no longer for what it was doing
     */
    public void checkOverdue(String change, Throwable error) {
        if (platform.end().overdue()) {
            throw new FlamingockException("The application ended under change '" + change + "', so what that met says nothing"
                    + " about it. It stays as it was recorded last; the next start looks what became of it.",
                    error);
        }
    }
}
