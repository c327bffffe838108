package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.lock.Fences;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.lock.LockAcquisition;
import io.quarkiverse.flamingock.runtime.engine.plan.Decision;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Records what a person found. It takes the lock, so that it can't race a run, and the new token makes every older marker
 * one of the past; the fence is raised for the same reason.
 */
public final class Fix {

    private final Environment env;

    /**
     * @param env the engine's surroundings
     */
    public Fix(Environment env) {
        this.env = env;
    }

    /**
     * @param changeId the id of a change
     * @param resolution what a person found
     * @param reason why they think so, may be null
     * @return what was recorded
     * @throws NothingToFixException when nothing is recorded of the change or its outcome is not open
     */
    public FixResult record(String changeId, Resolution resolution, String reason) {
        try (Background.Task watch = env.platform().end().watch()) {
            return recordWatched(changeId, resolution, reason);
        }
    }

    private FixResult recordWatched(String changeId, Resolution resolution, String reason) {
        ChangeDescriptor change = find(changeId);
        StateRow row = unsettled(changeId, env.snapshot());
        ChangeDescriptor described = change == null ? ChangeDescriptor.removed(row) : change;
        String target = described.targetSystem();
        TreeSet<String> targets = new TreeSet<>(described.targets());
        targets.add(row.targetSystem());
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, () -> false)) {
            Snapshot snapshot = env.snapshot();
            StateRow last = unsettled(changeId, snapshot);
            if (!targets.contains(last.targetSystem())) {
                throw new NothingToFixException(executedMeanwhile(last));
            }
            boolean interrupted = last.state().isInterrupted();
            String warning = interrupted || last.transactional() || described.spans()
                    ? raise(new Fences(env, held), targets, change, interrupted ? changeId : null)
                    : null;
            AuditEvent event = new Events(executionId, env.identity()).settled(
                    new Events.Of(described, last.attempt(), last.interruptions(), held.token(target), last.transactional(),
                            null),
                    resolution.state(), described.checksum(),
                    reason == null ? "OPERATOR" : "OPERATOR: " + env.errors().redacted(reason),
                    last.token());
            new AuditTrail(env, held, snapshot).write(List.of(event), null, false);
            return new FixResult(changeId, last.state(), resolution.state(), change == null ? null
                    : Decision.of(resolution.state(), Proof.NONE, described.recovery(), false).action(), warning);
        }
    }

    /**
     * Whoever ran the change may be asleep and wake up: it must find the fence raised also where its code has gone meanwhile,
     * or
     * has moved. Only a target system that is no longer one of this application can't be asked for that. And what is still at
     * work there must not take effect after a person has said what there is.
     */
    private String raise(Fences fences, Set<String> targets, ChangeDescriptor change, String interrupted) {
        String warning = null;
        for (String target : targets) {
            if (change == null || !change.targets().contains(target)) {
                try {
                    env.targets().get(target);
                } catch (TargetSystemUnavailableException e) {
                    warning = notFenced(target, e.getMessage());
                    continue;
                }
            }
            fences.raise(target);
            if (interrupted != null) {
                fences.endInterrupted(target, interrupted);
            }
        }
        return warning;
    }

    private StateRow unsettled(String changeId, Snapshot snapshot) {
        StateRow row = snapshot.states().get(changeId);
        if (row == null) {
            throw new NothingToFixException(unknownChange(changeId, snapshot.states().values().stream()
                    .filter(other -> other.state().isUnsettled()).map(StateRow::changeId).sorted().toList()));
        }
        if (!row.state().isUnsettled()) {
            throw new NothingToFixException(nothingToFix(row));
        }
        return row;
    }

    private ChangeDescriptor find(String changeId) {
        for (ChangeDescriptor change : env.pipeline().changes()) {
            if (change.id().equals(changeId)) {
                return change;
            }
        }
        return null;
    }

    private static String notFenced(String target, String reason) {
        return "The fence of target system '" + target + "' could not be raised, because this application can't use it: "
                + reason
                + ". Should the instance that ran the change still be alive, what it has begun there may still take effect: make"
                + " sure that it has ended";
    }

    private static String executedMeanwhile(StateRow row) {
        return "Change '" + row.changeId() + "' was executed meanwhile, on target system '" + row.targetSystem()
                + "'; nothing was recorded. Look there, and call fix again.";
    }

    private static String unknownChange(String change, List<String> issues) {
        return "There is no record of a change '" + change + "', so there is nothing to resolve. "
                + (issues.isEmpty() ? "No change has an issue." : "Changes with an issue: " + String.join(", ", issues) + ".");
    }

    private static String nothingToFix(StateRow row) {
        return "Change '" + row.changeId() + "' is in state " + row.state()
                + ", which needs no resolution; nothing was recorded. Only a change in a failure state can be resolved.";
    }
}
