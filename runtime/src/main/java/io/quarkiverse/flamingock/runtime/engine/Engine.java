package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Plan;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.result.Status;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.apply.Run;
import io.quarkiverse.flamingock.runtime.engine.connect.ConnectWait;
import io.quarkiverse.flamingock.runtime.engine.connect.InactiveTargets;
import io.quarkiverse.flamingock.runtime.engine.environment.Calls;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.issue.Guidance;
import io.quarkiverse.flamingock.runtime.engine.lock.RunningElsewhere;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.engine.port.Identity;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.engine.resolve.Accept;
import io.quarkiverse.flamingock.runtime.engine.resolve.Baseline;
import io.quarkiverse.flamingock.runtime.engine.resolve.Fix;
import io.quarkiverse.flamingock.runtime.engine.resolve.Rebuild;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.engine.settings.SettledMark;
import io.quarkiverse.flamingock.runtime.engine.text.OutgoingError;
import io.quarkiverse.flamingock.runtime.engine.verify.Verification;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * The operations on a pipeline. It keeps nothing of them between two calls: what it knows is in the audit store.
 */
public final class Engine implements Flamingock {

    private final Environment environment;
    /** As long as the store has not answered once, the application is starting, and it may be waited for. */
    private volatile boolean reached;

    /**
     * @param pipeline the changes of the application
     * @param settings how to behave
     * @param who finds out who runs; asked only where something is recorded
     * @param store where to record
     * @param lock the lock beside it
     * @param targets the target systems
     * @param invoker calls changes
     * @param platform the process
     */
    public Engine(PipelineSource pipeline, Settings settings, Supplier<Identity> who, AuditStore store, LeaseLock lock,
            TargetSystems targets, ChangeInvoker invoker, Platform platform) {
        this(new Environment(pipeline, settings, who, store, lock, targets, invoker, platform,
                new Calls(platform.caller()), new RunLog(platform), Stage.RUNNING));
    }

    private Engine(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param stage how far the application is
     * @return the same operations, which call no code of changes that can't be called by then
     */
    public Engine at(Stage stage) {
        return new Engine(environment.at(stage));
    }

    @Override
    public Plan plan() {
        try (CallerTransaction.Suspended caller = environment.calls().read()) {
            return planned();
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public Status status() {
        try (CallerTransaction.Suspended caller = environment.calls().read()) {
            SettledMark mark = environment.settledMark();
            String settled = head().settled();
            return mark.namesAll(settled) ? new Status(environment.source().size(), List.of(), mark.named(settled))
                    : status(planned());
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public ApplyResult apply() {
        try (CallerTransaction.Suspended caller = environment.calls().write("apply()")) {
            ApplyResult result = new Run(environment).apply();
            reached = true;
            return result;
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    /**
     * Applies what is pending, as far as that is possible at this stage of a start.
     *
     * @return whether something is left for a later stage of it
     * @throws FlamingockException when a change failed or an issue stops the run
     */
    public boolean applyAtStart() {
        try (CallerTransaction.Suspended caller = environment.calls().write("apply()")) {
            Run run = new Run(environment);
            run.apply();
            return run.isUnfinished();
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public List<Issue> issues() {
        try (CallerTransaction.Suspended caller = environment.calls().read()) {
            return new Guidance(environment.settings()).issues(look().steps());
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public List<AuditEvent> history(HistoryQuery query) {
        try (CallerTransaction.Suspended caller = environment.calls().read()) {
            return environment.store().history(environment.settings().service(), query);
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public FixResult fix(String changeId, Resolution resolution, String reason) {
        try (CallerTransaction.Suspended caller = environment.calls().write("fix()")) {
            return new Fix(environment, planner()).record(changeId, resolution, reason);
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public BaselineResult baseline(BaselineScope scope, String reason) {
        try (CallerTransaction.Suspended caller = environment.calls().write("baseline()")) {
            return new Baseline(environment, planner()).record(scope, reason);
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public AcceptResult accept(String changeId, String reason) {
        try (CallerTransaction.Suspended caller = environment.calls().write("accept()")) {
            return new Accept(environment, planner()).record(changeId, reason);
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public VerifyResult verify() {
        try (CallerTransaction.Suspended caller = environment.calls().read()) {
            return new Verification(environment).verify();
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    @Override
    public RebuildResult rebuild() {
        try (CallerTransaction.Suspended caller = environment.calls().write("rebuild()")) {
            return new Rebuild(environment, planner()).record();
        } catch (Throwable e) {
            throw outgoing(e);
        }
    }

    private Head head() {
        Head head;
        try {
            head = environment.store().head(environment.settings().service());
        } catch (AuditStoreUnavailableException e) {
            if (reached) {
                throw e;
            }
            head = new ConnectWait(environment).head(e);
        }
        reached = true;
        return head;
    }

    private RuntimeException outgoing(Throwable error) {
        return new OutgoingError(environment.errors()).of(error);
    }

    private Plan planned() {
        RunningElsewhere.Look look = look();
        List<Step> steps = new Baseline(environment, planner()).planned(look.steps(), look.snapshot());
        return planner().published(new InactiveTargets(environment).leftOut(steps), look.snapshot());
    }

    private static Status status(Plan plan) {
        return new Status(plan.changes().size(), plan.pending(), plan.edited().stream().map(PlannedChange::id).toList());
    }

    private RunningElsewhere.Look look() {
        return new RunningElsewhere(environment, planner()).look();
    }

    private Planner planner() {
        return new Planner(environment.source(), environment.settings());
    }
}
