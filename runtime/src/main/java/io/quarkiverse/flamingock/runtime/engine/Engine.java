package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.apply.Run;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.FirstLook;
import io.quarkiverse.flamingock.runtime.engine.issue.Guidance;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.resolve.Fix;
import io.quarkiverse.flamingock.runtime.engine.resolve.Rebuild;
import io.quarkiverse.flamingock.runtime.engine.verify.Verification;

/**
 * The operations on a pipeline. It keeps nothing between two calls: what it knows is in the audit store.
 */
public final class Engine implements Flamingock {

    private final FirstLook look;
    private final Supplier<Environment> environment;

    /**
     * @param look what a start begins with
     * @param environment all the rest, asked for where it is needed; the same one each time
     */
    public Engine(FirstLook look, Supplier<Environment> environment) {
        this.look = look;
        this.environment = environment;
    }

    @Override
    public Plan plan() {
        return planner().published(look.snapshot());
    }

    @Override
    public ApplyResult apply() {
        return new Run(look, environment).apply();
    }

    @Override
    public List<Issue> issues() {
        return new Guidance(look.settings()).issues(planner().plan(look.snapshot()));
    }

    @Override
    public List<AuditEvent> history(HistoryQuery query) {
        return look.store().history(look.settings().service(), query);
    }

    @Override
    public FixResult fix(String changeId, Resolution resolution, String reason) {
        return new Fix(environment.get()).record(changeId, resolution, reason);
    }

    @Override
    public VerifyResult verify() {
        return new Verification(look.store(), look.settings()).verify();
    }

    @Override
    public RebuildResult rebuild() {
        return new Rebuild(environment.get(), planner()).record();
    }

    private Planner planner() {
        return new Planner(look.source(), look.settings());
    }
}
