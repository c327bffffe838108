package io.quarkiverse.flamingock.runtime.engine.connect;

import java.time.Duration;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.spi.Head;

/**
 * Waits for a database that is not there yet. What does not get better by waiting is thrown as it is. Nothing may have been
 * applied before.
 *
 * @param env the engine's surroundings
 */
public record ConnectWait(Environment env) {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /**
     * @param first what the first try to read the head has met
     * @return the head
     * @throws AuditStoreUnavailableException what the last try has met
     */
    public Head head(AuditStoreUnavailableException first) {
        return of(first, () -> env.store().head(env.settings().service()));
    }

    /**
     * @param first what the first try has met
     * @param again tries again
     * @param <T> what it gives
     * @return the same
     * @throws RuntimeException what the last try has met
     */
    public <T> T of(RuntimeException first, Supplier<T> again) {
        try (Background.Task watch = env.platform().end().watch()) {
            return watched(first, again);
        }
    }

    private <T> T watched(RuntimeException first, Supplier<T> again) {
        Settings.Limits limits = env.settings().limits();
        RuntimeException met = first;
        Duration pause = FIRST_PAUSE;
        for (int retry = 1; retry <= limits.connectRetries() && awaited(met) != null
                && !env.platform().end().requested(); retry++) {
            pause = pause.compareTo(limits.connectPause()) > 0 ? limits.connectPause() : pause;
            LOG.warnf("Waiting for %s: nothing answers there, or no connection is left. Trying again in %d s (%d of %d,"
                    + " quarkus.flamingock.connect-retries)", awaited(met), pause.toSeconds(), retry, limits.connectRetries());
            if (!sleep(pause)) {
                break;
            }
            pause = pause.multipliedBy(2);
            try {
                return again.get();
            } catch (AuditStoreUnavailableException | TargetSystemUnavailableException e) {
                met = e;
            }
        }
        throw met;
    }

    private static String awaited(RuntimeException error) {
        if (error instanceof AuditStoreUnavailableException store) {
            return store.awaited();
        }
        return error instanceof TargetSystemUnavailableException target ? target.awaited() : null;
    }

    /** False where it was interrupted, so that nobody waits any more. */
    private boolean sleep(Duration pause) {
        try {
            env.ticker().sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
