package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * One run: read head, plan, lock, read again, apply and record.
 */
final class Run {

    private final Environment env;
    private final Planner planner;
    private final PolicyCheck policies;
    private final long startedAt;
    private boolean issuesReported;

    Run(Environment env) {
        this.env = env;
        this.planner = new Planner(env.source(), env.settings());
        this.policies = new PolicyCheck(env.settings(), env.log());
        this.startedAt = env.ticker().nanos();
    }

    ApplyResult apply() {
        env.reached(Phase.BEFORE_PLAN);
        Snapshot snapshot;
        try {
            if (isSettled()) {
                return upToDate();
            }
            snapshot = new RunningElsewhere(env, planner).awaitEnd(env.snapshot(), this::isSettled);
            if (snapshot == null) {
                return upToDate();
            }
        } catch (AuditStoreUnavailableException e) {
            if (env.settings().policies().failOnAuditUnavailable()) {
                throw e;
            }
            return nothingKnown(e);
        }
        List<Step> steps = planner.plan(snapshot);
        env.reached(Phase.PLAN_READ);
        policies.check(steps);
        refuseIssues(steps);
        TreeSet<String> targets = new TreeSet<>();
        runnable(steps).forEach(step -> targets.add(step.target()));
        if (targets.isEmpty()) {
            return nothingToApply(snapshot, steps);
        }
        Arguments arguments = new Arguments(env.invoker(), env.targets());
        runnable(steps).forEach(arguments::check);
        try (Background.Task watch = env.platform().end().watch()) {
            env.store().prepare();
            return lockAndApply(targets, env.platform().ids().next());
        }
    }

    private ApplyResult lockAndApply(TreeSet<String> targets, String executionId) {
        ApplyResult result;
        try (HeldLocks held = env.acquire(targets, executionId, this::isSettled)) {
            if (held == null) {
                return upToDate();
            }
            env.reached(Phase.LOCK_HELD);
            result = applyLocked(held, targets, executionId);
        }
        env.reached(Phase.LOCK_RELEASED);
        return result;
    }

    private ApplyResult applyLocked(HeldLocks held, Set<String> targets, String executionId) {
        ChangeExecution execution = new ChangeExecution(env, held, executionId);
        LockedPlan plan = new LockedPlan(env, planner, held, execution);
        Snapshot snapshot = plan.read(targets);
        List<Step> steps = plan.steps(snapshot);
        refuseIssues(steps);
        refuseLostStore(snapshot, plan, steps);
        // What has become pending on a target system that is not locked is for the next run.
        boolean complete = steps.stream().allMatch(step -> step.decision() == Decision.SKIP || targets.contains(step.target()));
        LockedRun run = new LockedRun(env, held, env.trail(held, snapshot), execution);
        run.run(steps.stream().filter(step -> step.decision() == Decision.STOP || targets.contains(step.target())).toList(),
                complete ? env.settledMark() : null);
        ApplyResult result = new ApplyResult(executionId, run.applied(), run.resolved(), skipped(steps), run.blocked(),
                elapsed());
        if (!result.blocked().isEmpty()) {
            env.log().error(Messages.blocked(result.blocked()));
        }
        env.log().summary(result);
        return result;
    }

    /** Steps that need their target system, leaving out those behind an issue on the same target system. */
    private static List<Step> runnable(List<Step> steps) {
        Set<String> blocked = new TreeSet<>();
        return steps.stream().filter(step -> {
            if (step.decision() == Decision.STOP) {
                blocked.add(step.target());
            }
            return step.decision() != Decision.SKIP && !blocked.contains(step.target());
        }).toList();
    }

    private ApplyResult nothingToApply(Snapshot snapshot, List<Step> steps) {
        List<String> blocked = steps.stream().filter(step -> step.decision() != Decision.SKIP)
                .map(step -> step.change().id()).toList();
        if (blocked.isEmpty()) {
            env.trail(null, snapshot).settle(env.settledMark(), env.log());
            return upToDate();
        }
        env.log().error(Messages.blocked(blocked));
        return new ApplyResult(null, List.of(), List.of(), skipped(steps), blocked, elapsed());
    }

    /** Markers without any event: what had no transaction would be applied a second time. */
    private void refuseLostStore(Snapshot snapshot, LockedPlan plan, List<Step> steps) {
        List<String> unproven = steps.stream().filter(step -> step.decision().runs() && !isTransactional(step))
                .map(step -> step.change().id()).toList();
        if (snapshot.head().sequence() == 0 && !unproven.isEmpty() && steps.stream().anyMatch(plan::knows)) {
            throw new UnresolvedIssueException(Messages.lostStore(env.settings(), env.store().describe(), unproven));
        }
    }

    private boolean isTransactional(Step step) {
        return step.change().transactional() && env.targets().get(step.target()).transactional();
    }

    private ApplyResult nothingKnown(AuditStoreUnavailableException e) {
        env.log().error(Messages.notRun(e));
        return new ApplyResult(null, List.of(), List.of(), 0,
                env.pipeline().changes().stream().map(ChangeDescriptor::id).toList(), elapsed());
    }

    private void refuseIssues(List<Step> steps) {
        List<Step> stops = steps.stream().filter(step -> step.decision() == Decision.STOP).toList();
        if (stops.isEmpty()) {
            return;
        }
        Guidance guidance = new Guidance(env.settings());
        String message = guidance.issues(stops.stream()
                .map(step -> guidance.issue(step)).toList());
        if (env.settings().onIssue() == OnIssue.STOP) {
            throw new UnresolvedIssueException(message);
        }
        if (!issuesReported) {
            issuesReported = true;
            env.log().error(message);
        }
    }

    private boolean isSettled() {
        return env.settledMark().equals(env.store().head(env.settings().service()).settled());
    }

    private ApplyResult upToDate() {
        int changes = env.source().size();
        env.log().nothingPending(changes);
        return new ApplyResult(null, List.of(), List.of(), changes, List.of(), elapsed());
    }

    private static int skipped(List<Step> steps) {
        return (int) steps.stream().filter(step -> step.decision() == Decision.SKIP).count();
    }

    private Duration elapsed() {
        return Duration.ofNanos(env.ticker().nanos() - startedAt);
    }
}
