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
import io.quarkiverse.flamingock.runtime.engine.plan.Planner;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.port.Background;
import io.quarkiverse.flamingock.runtime.engine.record.AuditTrail;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Records what a person found. It takes the lock, so that it can't race a run, and the new token makes every older marker
 * one of the past; the fence is raised for the same reason.
 */
public final class Fix {

    private final Environment env;
    private final Planner planner;

    /**
     * @param env the engine's surroundings
     * @param planner plans
     */
    public Fix(Environment env, Planner planner) {
        this.env = env;
        this.planner = planner;
    }

    /**
     * @param changeId the id of a change
     * @param resolution what a person found
     * @param reason why they think so, may be null
     * @return what was recorded
     * @throws NothingToFixException when nothing can be resolved, or what is said of it is recorded already
     */
    public FixResult record(String changeId, Resolution resolution, String reason) {
        try (Background.Task watch = env.platform().end().watch()) {
            return recordWatched(changeId, resolution, reason);
        }
    }

    private FixResult recordWatched(String changeId, Resolution resolution, String reason) {
        ChangeDescriptor change = find(changeId);
        StateRow row = env.snapshot().states().get(changeId);
        if (row == null || !row.state().isUnsettled()) {
            return new UnrecordedFix(env, planner).record(changeId, change, resolution, reason);
        }
        ChangeDescriptor described = change == null ? ChangeDescriptor.removed(row) : change;
        String target = described.targetSystem();
        TreeSet<String> targets = new TreeSet<>(described.targets());
        targets.add(row.targetSystem());
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(targets, executionId, () -> false)) {
            Snapshot snapshot = env.snapshot();
            StateRow last = unsettled(changeId, snapshot);
            if (!targets.contains(last.targetSystem())) {
                throw new NothingToFixException(FixMessages.executedMeanwhile(last));
            }
            boolean leavesMarker = resolution == Resolution.EXECUTED && change != null && change.transactional();
            boolean interrupted = last.state().isInterrupted();
            Raised raised = interrupted || last.transactional() || described.spans() || leavesMarker
                    ? raise(new Fences(env, held), targets, change, interrupted ? changeId : null)
                    : new Raised(null, Markers.NOT_KEPT);
            AuditEvent event = new Events(executionId, env.identity()).settled(
                    new Events.Of(described, last.attempt(), last.interruptions(), held.token(target), last.transactional(),
                            null),
                    resolution.state(), described.checksum(), by(env, reason), last.token());
            new AuditTrail(env, held, snapshot).write(List.of(event), null, false);
            String unmarked = leavesMarker && raised.markers.kept()
                    ? new StatedMarkers(env, held).leave(change, raised.markers.of(changeId))
                    : null;
            return new FixResult(changeId, last.state(), resolution.state(), change == null ? null
                    : Decision.of(resolution.state(), Proof.NONE, described.recovery(), false).action(),
                    unmarked == null ? raised.warning : unmarked);
        }
    }

    static String by(Environment env, String reason) {
        return reason == null ? "OPERATOR" : "OPERATOR: " + env.errors().redacted(reason);
    }

    /** What could not be done, or null; and the markers of the first target system of the change. */
    private record Raised(String warning, Markers markers) {
    }

    /**
     * Whoever ran the change may be asleep and wake up: it must find the fence raised also where its code has gone meanwhile,
     * or
     * has moved. Only a target system that is no longer one of this application can't be asked for that. And what is still at
     * work there must not take effect after a person has said what there is.
     */
    private Raised raise(Fences fences, Set<String> targets, ChangeDescriptor change, String interrupted) {
        String warning = null;
        Markers markers = Markers.NOT_KEPT;
        for (String target : targets) {
            if (change == null || !change.targets().contains(target)) {
                try {
                    env.targets().get(target);
                } catch (TargetSystemUnavailableException e) {
                    warning = FixMessages.notFenced(target, e.getMessage());
                    continue;
                }
            }
            Markers read = fences.raise(target);
            if (change != null && change.targetSystem().equals(target)) {
                markers = read;
            }
            if (interrupted != null) {
                fences.endInterrupted(target, interrupted);
            }
        }
        return new Raised(warning, markers);
    }

    private static StateRow unsettled(String changeId, Snapshot snapshot) {
        StateRow row = snapshot.states().get(changeId);
        if (row == null || !row.state().isUnsettled()) {
            throw new NothingToFixException(FixMessages.nothingToFix(changeId, row, snapshot));
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
}
