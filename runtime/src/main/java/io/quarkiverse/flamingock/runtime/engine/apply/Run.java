package io.quarkiverse.flamingock.runtime.engine.apply;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.connect.ConnectWait;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.plan.Edits;
import io.quarkiverse.flamingock.runtime.engine.settings.SettledMark;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Head;

/**
 * One run. Where nothing is pending this is all of it: it reads the head, and no class of what would follow is loaded.
 */
public final class Run {

    private final Environment env;
    private final long startedAt;
    private boolean unfinished;

    /**
     * @param env the engine's surroundings
     */
    public Run(Environment env) {
        this.env = env;
        this.startedAt = env.ticker().nanos();
    }

    /**
     * @return what was done
     */
    public ApplyResult apply() {
        env.reached(Phase.BEFORE_PLAN);
        try {
            String settled = head().settled();
            if (env.settledMark().fits(settled)) {
                reportEdits(settled);
                return upToDate();
            }
        } catch (AuditStoreUnavailableException e) {
            return nothingKnown(e);
        }
        return new UnsettledRun(env, this).apply();
    }

    private Head head() {
        try {
            return env.store().head(env.settings().service());
        } catch (AuditStoreUnavailableException e) {
            return new ConnectWait(env).head(e);
        }
    }

    /** Without another statement: the head names them. */
    void reportEdits(String settled) {
        SettledMark mark = env.settledMark();
        if (mark.fits(settled) && mark.hasEdits(settled)) {
            env.log().warn(new Edits(env.settings()).noted(mark.named(settled), mark.count(settled)));
        }
    }

    ApplyResult upToDate() {
        int changes = env.source().size();
        env.log().nothingPending(changes);
        return new ApplyResult(null, List.of(), List.of(), changes, List.of(), elapsed());
    }

    /** Whatever is pending is for a later stage of this start. */
    void leave(List<String> changes) {
        unfinished = true;
        env.log().following(changes);
    }

    /**
     * @return whether a later stage of the same start has something to do, as far as this one knows
     */
    public boolean isUnfinished() {
        return unfinished;
    }

    /**
     * @throws AuditStoreUnavailableException unless the application may start without
     */
    ApplyResult nothingKnown(AuditStoreUnavailableException e) {
        if (env.settings().policies().failOnAuditUnavailable()) {
            throw e;
        }
        env.log().error(ApplyMessages.notRun(env.errors().redacted(e.getMessage())));
        return new ApplyResult(null, List.of(), List.of(), 0,
                env.pipeline().changes().stream().map(ChangeDescriptor::id).toList(), elapsed());
    }

    Duration elapsed() {
        return Duration.ofNanos(env.ticker().nanos() - startedAt);
    }
}
