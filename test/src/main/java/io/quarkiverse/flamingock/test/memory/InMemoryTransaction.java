package io.quarkiverse.flamingock.test.memory;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One transactional execution of a change in memory.
 */
final class InMemoryTransaction implements Effects {

    private final InMemoryTargetSystem system;
    private final ChangeCall execution;
    private final List<String> pending = new ArrayList<>();
    private boolean committedInTheMiddle;

    InMemoryTransaction(InMemoryTargetSystem system, ChangeCall execution) {
        this.system = system;
        this.execution = execution;
    }

    Outcome run(Work work) {
        synchronized (system) {
            if (system.commitsImplicitly && execution.token() != system.fence) {
                return lockLost();
            }
            Marker found = system.marker(execution.service(), execution.changeId());
            if (system.keepsMarkers && execution.token() == system.fence && !execution.saw(found)) {
                return Outcome.otherMarker(new OtherMarkerException(system.id, execution, found));
            }
        }
        try {
            work.run(system.supply(this));
        } catch (Exception | LinkageError | AssertionError e) {
            return undone(e, Outcome.notApplied(e));
        }
        return commit();
    }

    @Override
    public void add(String effect) {
        pending.add(effect);
    }

    @Override
    public void addDdl(String effect) {
        pending.add(effect);
        synchronized (system) {
            if (system.commitsImplicitly) {
                system.effects.addAll(pending);
                pending.clear();
                mark(Marker.State.IN_PROGRESS);
                committedInTheMiddle = true;
            }
        }
    }

    private Outcome commit() {
        synchronized (system) {
            CommitFault fault = system.nextCommit;
            system.nextCommit = CommitFault.NONE;
            if (execution.token() != system.fence) {
                return lockLost();
            }
            IllegalStateException error = new IllegalStateException("The commit failed, as the test ordered");
            if (fault == CommitFault.REFUSED) {
                return undone(error, Outcome.notApplied(error));
            }
            if (system.conflicts > 0) {
                system.conflicts--;
                IllegalStateException deadlock = new IllegalStateException("deadlock, as the test ordered");
                return undone(deadlock, Outcome.conflict(deadlock));
            }
            if (fault == CommitFault.REFUSED_AND_ANSWER_LOST) {
                return Outcome.unknown(error);
            }
            system.effects.addAll(pending);
            mark(Marker.State.APPLIED);
            return fault == CommitFault.ANSWER_LOST ? Outcome.unknown(error) : Outcome.APPLIED;
        }
    }

    private Outcome lockLost() {
        LockLostException lost = new LockLostException(
                "Target system " + system.id + " has seen token " + system.fence + ", not "
                        + execution.token());
        return undone(lost, Outcome.lockLost(lost));
    }

    private Outcome undone(Throwable error, Outcome proven) {
        return committedInTheMiddle ? Outcome.partlyApplied(error) : proven;
    }

    private void mark(Marker.State state) {
        system.putMarker(execution.service(),
                new Marker(execution.changeId(), execution.token(), execution.checksum(), state));
    }
}
