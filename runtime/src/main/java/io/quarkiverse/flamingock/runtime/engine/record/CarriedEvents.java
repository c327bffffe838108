package io.quarkiverse.flamingock.runtime.engine.record;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;

/**
 * The outcomes that are not written yet: the outcome of one change and STARTED of the next are one write, so that a run costs
 * one audit write per change.
 */
public final class CarriedEvents {

    private final AuditTrail trail;
    private final Failpoints failpoints;
    private final List<AuditEvent> carried = new ArrayList<>();
    private boolean writeFailed;

    /**
     * @param trail where to write
     * @param failpoints told when an outcome is recorded
     */
    public CarriedEvents(AuditTrail trail, Failpoints failpoints) {
        this.trail = trail;
        this.failpoints = failpoints;
    }

    /**
     * @param outcome an outcome to write later
     */
    public void carry(AuditEvent outcome) {
        carried.add(outcome);
    }

    /**
     * Writes what is carried and what a change begins with.
     *
     * @param beginning events of one change; not empty
     */
    public void writeBefore(List<AuditEvent> beginning) {
        if (carried.isEmpty()) {
            trail.write(beginning, null, false);
            return;
        }
        List<AuditEvent> events = new ArrayList<>(carried);
        events.addAll(beginning);
        try {
            write(events, null);
        } catch (LockLostException e) {
            // The lock of another target system may be the lost one: what was applied is still recorded under its own.
            write(List.copyOf(carried), null);
            throw e;
        }
        done();
    }

    /**
     * Writes what tells of a failure; nothing is carried then.
     *
     * @param events what happened
     */
    public void writeAfter(List<AuditEvent> events) {
        trail.write(events, null, true);
    }

    /**
     * Ends the run.
     *
     * @param settled what the head says from now on; may be null
     */
    public void flush(String settled) {
        if (carried.isEmpty()) {
            trail.settle(settled);
        } else {
            write(List.copyOf(carried), settled);
            done();
        }
    }

    /**
     * Records a change that was applied even where the run ends for another reason.
     *
     * @param reason why it ends
     */
    public void rescue(Throwable reason) {
        if (carried.isEmpty() || writeFailed) {
            return;
        }
        try {
            write(List.copyOf(carried), null);
        } catch (FlamingockException e) {
            reason.addSuppressed(e);
        }
    }

    private void done() {
        List<AuditEvent> written = List.copyOf(carried);
        carried.clear();
        for (AuditEvent event : written) {
            if (event.state() == ChangeState.EXECUTED) {
                failpoints.reached(Phase.EXECUTED_RECORDED, event.changeId());
            }
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
            throw new AuditStoreUnavailableException(
                    RecordMessages.executedNotRecorded(carried.get(carried.size() - 1).changeId(),
                            trail.errors().redacted(e.getMessage())),
                    e);
        }
    }
}
