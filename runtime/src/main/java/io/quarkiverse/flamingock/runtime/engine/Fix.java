package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Records what a person found. It takes the lock, so that it can't race a run, and the new token makes every older marker
 * one of the past; the fence is raised for the same reason.
 */
final class Fix {

    private final Environment env;

    Fix(Environment env) {
        this.env = env;
    }

    FixResult record(String changeId, Resolution resolution, String reason) {
        ChangeDescriptor change = find(changeId);
        StateRow row = unsettled(changeId, env.snapshot());
        String target = change == null ? row.targetSystem() : change.targetSystem();
        String executionId = env.platform().ids().next();
        try (HeldLocks held = env.acquire(new TreeSet<>(List.of(target)), executionId, () -> false)) {
            if (change != null && row.transactional()) {
                env.fence(target, held);
            }
            Snapshot snapshot = env.snapshot();
            StateRow last = unsettled(changeId, snapshot);
            ChangeDescriptor described = change == null ? removed(last) : change;
            AuditEvent event = new Events(executionId, env.identity()).settled(
                    new Events.Of(described, last.attempt(), last.interruptions(), held.token(target), last.transactional()),
                    resolution.state(), described.checksum(), reason == null ? "OPERATOR" : "OPERATOR: " + reason,
                    last.token());
            env.trail(held, snapshot).write(List.of(event), null, false);
            return new FixResult(changeId, last.state(), resolution.state(),
                    Decision.of(resolution.state(), Proof.NONE, described.recovery(), false).action());
        }
    }

    private StateRow unsettled(String changeId, Snapshot snapshot) {
        StateRow row = snapshot.states().get(changeId);
        if (row == null) {
            throw new NothingToFixException(Messages.unknownChange(changeId, snapshot.states().values().stream()
                    .filter(other -> other.state().isUnsettled()).map(StateRow::changeId).sorted().toList()));
        }
        if (!row.state().isUnsettled()) {
            throw new NothingToFixException(Messages.nothingToFix(row));
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
}
