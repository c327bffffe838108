package io.quarkiverse.flamingock.runtime.engine.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.connect.InactiveTargets;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.engine.execute.Arguments;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.issue.IssueCheck;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.LockAcquisition;
import io.quarkiverse.flamingock.runtime.engine.lock.RunningElsewhere;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Edits;
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.PolicyCheck;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.prove.Contradictions;
import io.quarkiverse.flamingock.runtime.engine.prove.ForeignHistory;
import io.quarkiverse.flamingock.runtime.engine.prove.LockedPlan;
import io.quarkiverse.flamingock.runtime.engine.prove.LostStore;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.runtime.engine.resolve.Baseline;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Snapshot;

/**
 * What a run does where the head does not say that everything is done: plan, lock, read again, apply and record.
 */
final class UnsettledRun {

    private final Environment env;
    private final Run run;
    private final Planner planner;
    private final IssueCheck check;
    private final Staged staged;
    private final InactiveTargets inactive;
    /** Known before there was a lock. */
    private final Set<String> issues = new HashSet<>();

    UnsettledRun(Environment env, Run run) {
        this.env = env;
        this.run = run;
        this.planner = new Planner(env.source(), env.settings());
        this.check = new IssueCheck(env.settings(), env.log(), env.stage());
        this.staged = new Staged(env.stage(), env.source());
        this.inactive = new InactiveTargets(env);
    }

    ApplyResult apply() {
        try (Background.Task watch = env.platform().end().watch()) {
            return applyWatched();
        }
    }

    private ApplyResult applyWatched() {
        RunningElsewhere.Look look;
        try {
            look = new RunningElsewhere(env, planner).awaitEnd(snapshot(), env::isSettled);
        } catch (AuditStoreUnavailableException e) {
            return run.nothingKnown(e);
        }
        if (look == null) {
            run.reportEdits(env.store().head(env.settings().service()).settled());
            return run.upToDate();
        }
        env.reached(Phase.PLAN_READ);
        List<Step> steps = inactive.check(look.steps());
        if (env.stage() != Stage.END_OF_START) {
            // There, the beginning of the start has said it.
            new PolicyCheck(env.settings(), env.log()).check(steps);
        }
        check.check(steps);
        steps.stream().filter(step -> step.decision() == Decision.STOP).forEach(step -> issues.add(step.change().id()));
        TreeSet<String> targets = new TreeSet<>();
        List<Step> runnable = staged.runnable(steps);
        runnable.forEach(step -> targets.addAll(step.targets()));
        if (targets.isEmpty()) {
            return nothingToApply(look.snapshot(), steps);
        }
        if (look.snapshot().head().sequence() == 0) {
            // The first event of a history ends the search for others, so that it must have been looked for everywhere.
            targets.addAll(staged.foreseen(steps));
        }
        Arguments arguments = new Arguments(env.invoker(), env.targets());
        runnable.stream().filter(step -> !step.isRemoved()).forEach(arguments::check);
        env.store().prepare();
        return lockAndApply(targets, env.platform().ids().next());
    }

    /** What the audit store knows once a baseline that is configured is recorded. */
    private Snapshot snapshot() {
        Snapshot snapshot = env.snapshot();
        return env.settings().baseline() == null ? snapshot : new Baseline(env, planner).beforeRun(snapshot);
    }

    private ApplyResult lockAndApply(TreeSet<String> targets, String executionId) {
        ApplyResult result;
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, env::isSettled)) {
            if (held == null) {
                return run.upToDate();
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
        new LostStore(env).refuse(snapshot, plan, plan.steps(snapshot));
        new ForeignHistory(env).refuse(snapshot, plan.steps(snapshot), targets);
        snapshot = new Contradictions(env, held, execution).record(snapshot, plan.steps(snapshot));
        List<Step> steps = plan.steps(snapshot).stream()
                .map(step -> isBegunSince(step, targets, issues) ? step.waiting() : step)
                .toList();
        steps = inactive.leftOut(steps);
        check.check(steps);
        // What has become pending on a target system that is not locked is for the next run.
        boolean complete = steps.stream().allMatch(step -> staged.isDone(step, targets));
        LockedRun locked = new LockedRun(env, held, new AuditTrail(env, held, snapshot), execution);
        locked.run(staged.now(steps).stream()
                .filter(step -> step.decision().blocks() || targets.containsAll(step.targets())).toList(),
                complete ? settled(steps) : null);
        ApplyResult result = new ApplyResult(executionId, locked.applied(), locked.resolved(), skipped(steps), locked.blocked(),
                run.elapsed());
        reportBlocked(result.blocked(), steps);
        env.log().summary(result);
        leave(staged.later(steps));
        return result;
    }

    /** Only who holds the lock on a target system begins something there, and says how it ends. */
    private static boolean isBegunSince(Step step, Set<String> locked, Set<String> issues) {
        return step.mayBeRunning() && !locked.contains(step.target()) && !issues.contains(step.change().id());
    }

    private ApplyResult nothingToApply(Snapshot snapshot, List<Step> steps) {
        List<String> blocked = staged.now(steps).stream().filter(Staged::isPending).map(step -> step.change().id()).toList();
        List<String> later = staged.later(steps);
        if (blocked.isEmpty() && later.isEmpty()) {
            // What another version has begun may become an issue yet.
            if (steps.stream().allMatch(step -> step.decision() == Decision.SKIP)) {
                new AuditTrail(env, null, snapshot).settle(settled(steps));
            }
            return run.upToDate();
        }
        reportBlocked(blocked, steps);
        leave(later);
        return new ApplyResult(null, List.of(), List.of(), skipped(steps), blocked, run.elapsed());
    }

    private void leave(List<String> later) {
        if (!later.isEmpty()) {
            run.leave(later);
        }
    }

    /** Those that are inactive were told before. */
    private void reportBlocked(List<String> blocked, List<Step> steps) {
        List<String> others = new ArrayList<>(blocked);
        steps.stream().filter(step -> step.decision() == Decision.LEAVE_OUT).forEach(step -> others.remove(step.change().id()));
        if (!others.isEmpty()) {
            env.log().error(ApplyMessages.blocked(others, others.size() < blocked.size()));
        }
    }

    private String settled(List<Step> steps) {
        return env.settledMark().with(Edits.ids(steps));
    }

    private static int skipped(List<Step> steps) {
        return (int) steps.stream().filter(step -> step.decision() == Decision.SKIP).count();
    }
}
