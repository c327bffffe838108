package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.ChangeFailedException;
import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.FlamingockException;
import io.quarkiverse.flamingock.LockLostException;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Goes through the plan under the lock: record STARTED, run, record the outcome. The outcome of one change and STARTED of
 * the next are one write, so that a run costs one audit write per change.
 */
final class LockedRun {

    private final AuditTrail trail;
    private final ChangeExecution execution;
    private final HeldLocks held;
    private final Settings settings;
    private final Guidance guidance;
    private final Ticker ticker;
    private final RunLog log;

    private final List<AuditEvent> carried = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private final List<String> resolved = new ArrayList<>();
    private final List<String> blocked = new ArrayList<>();
    private final Set<String> blockedTargets = new LinkedHashSet<>();
    private boolean writeFailed;

    LockedRun(AuditTrail trail, ChangeExecution execution, HeldLocks held, Settings settings, Ticker ticker, RunLog log) {
        this.trail = trail;
        this.execution = execution;
        this.held = held;
        this.settings = settings;
        this.guidance = new Guidance(settings);
        this.ticker = ticker;
        this.log = log;
    }

    /**
     * @param steps the plan, made behind raised fences; holds no STOP unless issues are skipped
     * @param settled what the head says once everything is done
     */
    void run(List<Step> steps, String settled) {
        try {
            go(steps);
        } catch (RuntimeException | Error e) {
            recordWhatIsDone(e);
            throw e;
        }
        flush(blocked.isEmpty() ? settled : null);
    }

    private void go(List<Step> steps) {
        for (Step step : steps) {
            if (step.decision() == Decision.SKIP) {
                continue;
            }
            if (step.decision() == Decision.STOP || blockedTargets.contains(step.target())) {
                block(step);
            } else if (step.decision() == Decision.RECORD_EXECUTED) {
                log.resolved(step, "applied");
                resolved.add(step.change().id());
                carried.add(execution.provenApplied(step));
            } else {
                apply(step);
            }
        }
    }

    private void apply(Step step) {
        held.check();
        List<AuditEvent> before = new ArrayList<>();
        if (step.state() != null && step.state().isUnsettled() && step.decision() == Decision.APPLY) {
            log.resolved(step, "not applied");
            before.add(execution.provenNotApplied(step));
        }
        if (step.decision() == Decision.RETRY) {
            log.retried(step);
        }
        before.add(execution.started(step));
        writeWithCarried(before);
        log.started(step);
        long start = ticker.nanos();
        Outcome outcome = execution.apply(step);
        Duration duration = Duration.ofNanos(ticker.nanos() - start);
        switch (outcome.kind()) {
            case APPLIED -> {
                carried.add(execution.executed(step, duration));
                applied.add(step.change().id());
                log.applied(step, duration);
            }
            case NOT_APPLIED -> failed(step, outcome, duration, true);
            case PARTLY_APPLIED -> failed(step, outcome, duration, false);
            case LOCK_LOST -> throw new LockLostException(Messages.lockLostInTarget(step.change().id(), step.target()),
                    ReportedError.of(outcome.error()));
            case UNKNOWN -> throw new ChangeFailedException(Messages.unknownOutcome(step.change().id(), step.target()),
                    ReportedError.of(outcome.error()));
        }
    }

    private void failed(Step step, Outcome outcome, Duration duration, boolean undoneByTarget) {
        String error = ErrorText.of(outcome.error());
        List<AuditEvent> events = new ArrayList<>();
        if (undoneByTarget) {
            events.add(execution.failed(step, duration, error));
            events.add(execution.rolledBack(step));
        } else {
            events.add(execution.failedPartly(step, duration, error));
        }
        ChangeState state = undoneByTarget ? ChangeState.ROLLED_BACK : ChangeState.EXECUTION_FAILED;
        try {
            trail.write(events, null, true);
            if (!undoneByTarget && step.change().rollback() != null) {
                AuditEvent rollback = execution.rollBack(step, outcome.error());
                error = rollback.error() == null ? error : rollback.error();
                state = rollback.state();
                trail.write(List.of(rollback), null, true);
            }
        } catch (AuditStoreUnavailableException | LockLostException e) {
            // The error of the change must not be lost behind the one of the store.
            e.addSuppressed(ReportedError.of(outcome.error()));
            throw e;
        }
        log.failed(step, state.name());
        String message = guidance.failure(step.change(), state, error);
        if (settings.onIssue() == OnIssue.STOP) {
            throw new ChangeFailedException(message, ReportedError.of(outcome.error()));
        }
        log.error(message);
        block(step);
    }

    private void block(Step step) {
        blocked.add(step.change().id());
        blockedTargets.add(step.target());
    }

    private void writeWithCarried(List<AuditEvent> before) {
        if (carried.isEmpty()) {
            trail.write(before, null, false);
            return;
        }
        List<AuditEvent> events = new ArrayList<>(carried);
        events.addAll(before);
        try {
            write(events, null);
        } catch (LockLostException e) {
            // The other target system's lock may be the lost one: what was applied is still recorded under its own.
            if (!carried.get(0).targetSystem().equals(before.get(0).targetSystem())) {
                write(List.copyOf(carried), null);
            }
            throw e;
        }
        carried.clear();
    }

    private void flush(String settled) {
        if (carried.isEmpty()) {
            trail.settle(settled, log);
        } else {
            write(List.copyOf(carried), settled);
            carried.clear();
        }
    }

    /** A change that was applied is recorded even where the run ends for another reason. */
    private void recordWhatIsDone(Throwable reason) {
        if (carried.isEmpty() || writeFailed) {
            return;
        }
        try {
            write(List.copyOf(carried), null);
        } catch (FlamingockException e) {
            reason.addSuppressed(e);
        }
    }

    private void write(List<AuditEvent> events, String settled) {
        try {
            trail.write(events, settled, true);
        } catch (LockLostException e) {
            writeFailed = true;
            throw e;
        } catch (AuditStoreUnavailableException e) {
            writeFailed = true;
            throw new AuditStoreUnavailableException(Messages.executedNotRecorded(carried.get(carried.size() - 1).changeId())
                    + e.getMessage(), e);
        }
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
