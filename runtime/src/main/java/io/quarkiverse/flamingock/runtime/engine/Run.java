package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.ApplyResult;
import io.quarkiverse.flamingock.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.UnresolvedIssueException;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.TargetSystem;

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
        this.planner = new Planner(env.pipeline());
        this.policies = new PolicyCheck(env.settings(), env.log());
        this.startedAt = env.ticker().nanos();
    }

    ApplyResult apply() {
        if (isSettled()) {
            return upToDate();
        }
        Snapshot snapshot = env.snapshot();
        List<Step> steps = planner.plan(snapshot);
        policies.check(steps);
        refuseIssues(steps);
        TreeSet<String> targets = new TreeSet<>();
        runnable(steps).forEach(step -> targets.add(step.target()));
        if (targets.isEmpty()) {
            return nothingToApply(snapshot, steps);
        }
        runnable(steps).forEach(this::checkArguments);
        env.store().prepare();
        String executionId = env.ids().next();
        try (HeldLocks held = env.acquire(targets, executionId, this::isSettled)) {
            return held == null ? upToDate() : applyLocked(held, targets, executionId);
        }
    }

    private ApplyResult applyLocked(HeldLocks held, Set<String> targets, String executionId) {
        Map<String, Markers> markers = new HashMap<>();
        for (String target : targets) {
            markers.put(target, env.targets().get(target).fence(held.token(target), env.settings().service()));
        }
        Snapshot snapshot = env.snapshot();
        List<Step> steps = planner.plan(snapshot, markers);
        refuseIssues(steps);
        // What has become pending on a target system that is not locked is for the next run.
        boolean complete = steps.stream().allMatch(step -> step.decision() == Decision.SKIP || targets.contains(step.target()));
        ChangeExecution execution = new ChangeExecution(env.settings(), env.targets(), env.invoker(), held,
                new Events(executionId, env.identity()));
        LockedRun run = new LockedRun(env.trail(held, snapshot), execution, held, env.settings(), env.ticker(), env.log());
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

    private void refuseIssues(List<Step> steps) {
        List<Step> stops = steps.stream().filter(step -> step.decision() == Decision.STOP).toList();
        if (stops.isEmpty()) {
            return;
        }
        Guidance guidance = new Guidance(env.settings());
        String message = guidance.issues(stops.stream()
                .map(step -> guidance.issue(step.change(), step.state(), step.last().error())).toList());
        if (env.settings().onIssue() == OnIssue.STOP) {
            throw new UnresolvedIssueException(message);
        }
        if (!issuesReported) {
            issuesReported = true;
            env.log().error(message);
        }
    }

    private void checkArguments(Step step) {
        TargetSystem target = env.targets().get(step.target());
        checkArguments(step.change().source() + " constructor", step.change().constructor(), target);
        checkArguments(step.change().apply(), target);
        if (step.change().rollback() != null) {
            checkArguments(step.change().rollback(), target);
        }
    }

    private void checkArguments(Invocation invocation, TargetSystem target) {
        checkArguments(invocation.method(), invocation.arguments(), target);
    }

    private void checkArguments(String method, List<Argument> arguments, TargetSystem target) {
        for (Argument argument : arguments) {
            if (!env.invoker().canSupply(argument, target)) {
                throw new TargetSystemUnavailableException(Messages.notSupplied(method, argument, target.id()));
            }
        }
    }

    private boolean isSettled() {
        return env.settledMark().equals(env.store().head(env.settings().service()).settled());
    }

    private ApplyResult upToDate() {
        int changes = env.pipeline().changes().size();
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
