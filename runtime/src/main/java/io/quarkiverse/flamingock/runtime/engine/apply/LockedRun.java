package io.quarkiverse.flamingock.runtime.engine.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.execute.ChangeExecution;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.runtime.engine.record.CarriedEvents;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Goes through the plan under the lock: record STARTED, run, record the outcome.
 */
final class LockedRun {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Environment env;
    private final HeldLocks held;
    private final ChangeExecution execution;
    private final CarriedEvents events;
    private final Failure failure;
    private final OtherMarker otherMarker;
    private final RunLog log;

    private final List<String> applied = new ArrayList<>();
    private final List<String> resolved = new ArrayList<>();
    private final List<String> blocked = new ArrayList<>();
    private final Blocked blockedTargets = new Blocked();

    LockedRun(Environment env, HeldLocks held, AuditTrail trail, ChangeExecution execution) {
        this.env = env;
        this.held = held;
        this.execution = execution;
        this.events = new CarriedEvents(trail, env.platform().failpoints());
        this.failure = new Failure(env, execution, events);
        this.otherMarker = new OtherMarker(env, execution, events, failure);
        this.log = env.log();
    }

    /**
     * @param steps the plan, made behind raised fences; holds no STOP unless issues are skipped
     * @param settled what the head says once everything is done
     */
    void run(List<Step> steps, String settled) {
        try {
            steps.forEach(this::take);
        } catch (RuntimeException | Error e) {
            events.rescue(e);
            throw e;
        }
        events.flush(blocked.isEmpty() ? settled : null);
    }

    private void take(Step step) {
        if (step.decision() == Decision.SKIP) {
            return;
        }
        if (step.decision().blocks() || blockedTargets.holds(step)) {
            block(step);
        } else if (step.decision() == Decision.RECORD_EXECUTED) {
            resolved(step, "applied");
            resolved.add(step.change().id());
            events.carry(execution.events().proven(step, ChangeState.EXECUTED));
        } else if (step.decision() == Decision.RECORD_ROLLED_BACK) {
            resolved(step, "not applied");
            resolved.add(step.change().id());
            events.carry(execution.events().proven(step, ChangeState.ROLLED_BACK));
        } else {
            apply(step);
        }
    }

    private void apply(Step step) {
        held.check();
        env.checkEnd(step.change().id());
        Events.Of attempt = execution.events().first(step);
        List<AuditEvent> beginning = new ArrayList<>();
        if (step.decision() == Decision.RETRY) {
            log.retried(step.change().id(), step.target(), step.state());
        } else if (step.state() != null && step.state().isUnsettled()) {
            resolved(step, "not applied");
            beginning.add(execution.events().proven(step, ChangeState.ROLLED_BACK));
        }
        Duration pause = FIRST_PAUSE;
        for (int retry = 0;; retry++) {
            beginning.add(execution.events().event(attempt, ChangeState.STARTED));
            events.writeBefore(beginning);
            reached(Phase.STARTED_RECORDED, step);
            log.started(step.change().id(), step.target());
            long start = env.ticker().nanos();
            Outcome outcome = execution.apply(attempt);
            Duration duration = Duration.ofNanos(env.ticker().nanos() - start);
            if (outcome.kind() != Outcome.Kind.CONFLICT || retry == env.settings().limits().conflictRetries()
                    || env.platform().end().requested() || mayBeDoneTwice(step)) {
                settle(step, attempt, outcome, duration);
                return;
            }
            beginning = failure.conflict(step, attempt, outcome, duration);
            attempt = attempt.next();
            pause = pause(pause);
            held.check();
            if (env.platform().end().requested()) {
                events.writeAfter(beginning);
                env.checkEnd(step.change().id());
            }
        }
    }

    /** Of the systems that a change names, its outcome tells already. */
    private static boolean mayBeDoneTwice(Step step) {
        return !step.change().spans() && !step.change().outsideEffects().isEmpty();
    }

    private void settle(Step step, Events.Of attempt, Outcome outcome, Duration duration) {
        String id = step.change().id();
        switch (outcome.kind()) {
            case APPLIED -> {
                reached(Phase.TARGET_COMMITTED, step);
                events.carry(execution.events().event(attempt, ChangeState.EXECUTED, duration, null));
                applied.add(id);
                log.applied(id, step.target(), duration);
            }
            case NOT_APPLIED, CONFLICT, PARTLY_APPLIED, NOTHING_SENT, REFUSED, UNPROVEN -> {
                reached(Phase.CHANGE_FAILED, step);
                if (failure.record(step, attempt, outcome, duration)) {
                    block(step);
                } else {
                    resolved.add(id);
                }
            }
            case LOCK_LOST -> throw new LockLostException(ApplyMessages.lockLostInTarget(step.change()),
                    env.errors().reported(outcome.error()));
            case OTHER_MARKER -> throw otherMarker.settle(step, attempt, outcome, duration);
            case UNKNOWN -> throw new ChangeFailedException(
                    ApplyMessages.unknownOutcome(step.change(), attempt.transactional()),
                    env.errors().reported(outcome.error()));
        }
    }

    private void resolved(Step step, String outcome) {
        log.resolved(step.change().id(), step.target(), step.state(), step.evidence().by(), outcome);
    }

    private void reached(Phase phase, Step step) {
        env.reached(phase, step.change().id());
    }

    /** Gives the next pause: twice as long, as far as anybody would wait for. */
    private Duration pause(Duration pause) {
        try {
            env.ticker().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void block(Step step) {
        blocked.add(step.change().id());
        blockedTargets.add(step);
    }

    List<String> applied() {
        return applied;
    }

    List<String> resolved() {
        return resolved;
    }

    List<String> blocked() {
        return blocked;
    }
}
