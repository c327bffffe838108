package io.quarkiverse.flamingock.runtime.engine.apply;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.FirstLook;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * One run. Where nothing is pending this is all of it: it reads the head, and no class of what would follow is loaded.
 */
public final class Run {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    private final FirstLook look;
    private final Supplier<Environment> environment;
    private final long startedAt;

    /**
     * @param look what to see first whether anything is pending with
     * @param environment the engine's surroundings, asked for where something is
     */
    public Run(FirstLook look, Supplier<Environment> environment) {
        this.look = look;
        this.environment = environment;
        this.startedAt = look.ticker().nanos();
    }

    /**
     * @return what was done
     */
    public ApplyResult apply() {
        look.failpoints().reached(Phase.BEFORE_PLAN, null);
        try {
            if (look.isSettled()) {
                return upToDate();
            }
        } catch (AuditStoreUnavailableException e) {
            return nothingKnown(e);
        }
        return new UnsettledRun(environment.get(), this).apply();
    }

    ApplyResult upToDate() {
        int changes = look.source().size();
        LOG.infof("Flamingock: nothing pending, %d changes are up to date", changes);
        return new ApplyResult(null, List.of(), List.of(), changes, List.of(), elapsed());
    }

    /**
     * @throws AuditStoreUnavailableException unless the application may start without
     */
    ApplyResult nothingKnown(AuditStoreUnavailableException e) {
        if (look.settings().policies().failOnAuditUnavailable()) {
            throw e;
        }
        LOG.error(ApplyMessages.notRun(e));
        return new ApplyResult(null, List.of(), List.of(), 0,
                look.source().load().changes().stream().map(ChangeDescriptor::id).toList(), elapsed());
    }

    Duration elapsed() {
        return Duration.ofNanos(look.ticker().nanos() - startedAt);
    }
}
