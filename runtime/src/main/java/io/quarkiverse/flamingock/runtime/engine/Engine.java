package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.ApplyResult;
import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.FixResult;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.HistoryQuery;
import io.quarkiverse.flamingock.Issue;
import io.quarkiverse.flamingock.Plan;
import io.quarkiverse.flamingock.Resolution;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * The operations on a pipeline. It keeps nothing between two calls: what it knows is in the audit store.
 */
public final class Engine implements Flamingock {

    private final Environment environment;

    /**
     * @param pipeline the changes of the application
     * @param settings how to behave
     * @param identity who runs
     * @param store where to record
     * @param lock the lock beside it
     * @param targets the target systems
     * @param invoker calls changes
     * @param ticker the process's own time
     * @param background renews leases
     * @param ids makes ids of runs
     */
    public Engine(Pipeline pipeline, Settings settings, Identity identity, AuditStore store, LeaseLock lock,
            TargetSystems targets, ChangeInvoker invoker, Ticker ticker, Background background, Ids ids) {
        environment = new Environment(pipeline, settings, identity, store, lock, targets, invoker, ticker, background, ids,
                new RunLog(ticker));
    }

    @Override
    public Plan plan() {
        return new Planner(environment.pipeline()).published(environment.snapshot());
    }

    @Override
    public ApplyResult apply() {
        return new Run(environment).apply();
    }

    @Override
    public List<Issue> issues() {
        Guidance guidance = new Guidance(environment.settings());
        return new Planner(environment.pipeline()).plan(environment.snapshot()).stream()
                .filter(step -> step.decision() == Decision.STOP)
                .map(step -> guidance.issue(step.change(), step.state(), step.last().error()))
                .toList();
    }

    @Override
    public List<AuditEvent> history(HistoryQuery query) {
        return environment.store().history(environment.settings().service(), query);
    }

    @Override
    public FixResult fix(String changeId, Resolution resolution, String reason) {
        return new Fix(environment).record(changeId, resolution, reason);
    }
}
