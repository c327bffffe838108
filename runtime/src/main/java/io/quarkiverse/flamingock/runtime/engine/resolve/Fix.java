package io.quarkiverse.flamingock.runtime.engine.resolve;

import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.NothingToFixException;
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
        String target = change == null ? row.targetSystem() : change.targetSystem();
        String executionId = env.platform().ids().next();
        try (HeldLocks held = new LockAcquisition(env).acquire(new TreeSet<>(List.of(target)), executionId, () -> false)) {
            if (change != null && row.transactional()) {
                new Fences(env, held).raise(target);
            }
            Snapshot snapshot = env.snapshot();
            StateRow last = unsettled(changeId, snapshot);
            ChangeDescriptor described = change == null ? removed(last) : change;
            AuditEvent event = new Events(executionId, env.identity()).settled(
                    new Events.Of(described, last.attempt(), last.interruptions(), held.token(target), last.transactional()),
                    resolution.state(), described.checksum(),
                    reason == null ? "OPERATOR" : "OPERATOR: " + env.errors().redacted(reason),
                    last.token());
            new AuditTrail(env, held, snapshot).write(List.of(event), null, false);
            return new FixResult(changeId, last.state(), resolution.state(),
                    Decision.of(resolution.state(), Proof.NONE, described.recovery(), false).action());
        }
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

    /** A change that is no longer in the code can be settled too. */
    private static ChangeDescriptor removed(StateRow row) {
        return new ChangeDescriptor(row.changeId(), row.order(), "unspecified", "", "no longer in the application",
                row.targetSystem(), row.transactional(), RecoveryStrategy.MANUAL_INTERVENTION, row.checksum(), false, false,
                null, 0);
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
