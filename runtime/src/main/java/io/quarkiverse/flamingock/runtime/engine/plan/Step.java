package io.quarkiverse.flamingock.runtime.engine.plan;

import java.util.List;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Checksums;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * A change and what to do with it.
 *
 * @param change the change
 * @param last what the audit store knows of it, or null
 * @param evidence what is known of its last execution
 * @param decision what to do
 * @param edited whether it was executed with other code
 * @param reordered whether it was executed under another order
 * @param outOfOrder whether it is pending before an executed one of its phase
 */
public record Step(ChangeDescriptor change, StateRow last, Evidence evidence, Decision decision, boolean edited,
        boolean reordered,
        boolean outOfOrder) {

    /**
     * @return its last state; null where nothing is recorded of it
     */
    public ChangeState state() {
        return last == null ? null : last.state();
    }

    /**
     * @return the id of its target system
     */
    public String target() {
        return change.targetSystem();
    }

    /**
     * @return whether it is no longer in the application
     */
    public boolean isRemoved() {
        return change.isRemoved();
    }

    /**
     * @return the ids of all target systems that it changes, that of the transaction first
     */
    public List<String> targets() {
        return change.targets();
    }

    /**
     * @return whether the last execution ended without an outcome
     */
    public boolean wasInterrupted() {
        return last != null && last.state().isInterrupted();
    }

    /**
     * @return whether it is an issue unless somebody is applying it right now, which the lock tells
     */
    public boolean mayBeRunning() {
        return (decision == Decision.STOP || isRemoved()) && wasInterrupted();
    }

    /**
     * @return whether a marker or its probe tells of a part that is there, of which the audit store knows nothing or says that
     *         it is not
     */
    public boolean isContradicted() {
        return (last == null || last.state() == ChangeState.ROLLED_BACK) && evidence.proof() == Proof.PARTLY_APPLIED;
    }

    /**
     * @return whether its marker says that it is applied, and is older than what was recorded since
     */
    public boolean hasOlderMarker() {
        Marker marker = evidence.marker();
        return marker != null && marker.state() == Marker.State.APPLIED && last != null && !last.state().isApplied()
                && last.targetSystem().equals(change.targetSystem()) && marker.token() < last.token();
    }

    /**
     * @return whether its target system holds a marker that says that it is applied, as far as that was read
     */
    public boolean isMarked() {
        return evidence.marker() != null && evidence.marker().state() == Marker.State.APPLIED;
    }

    /**
     * @return whether what is executed, or will be recorded as that, differs from the code
     */
    public boolean differs() {
        return edited || reordered || decision == Decision.RECORD_EXECUTED && !isRemoved() && evidence.checksum() != null
                && Checksums.differ(evidence.checksum(), change.checksum());
    }

    /**
     * @return the same, where a person says that it is there
     */
    public Step stated() {
        return new Step(change, last, evidence, Decision.SKIP, edited, reordered, outOfOrder);
    }

    /**
     * @return whether it was executed, and nobody can tell whether it was edited since
     */
    public boolean isIncomparable() {
        return last != null && last.state().isApplied() && !isRemoved()
                && !Checksums.comparable(last.checksum(), change.checksum());
    }

    /**
     * @return how many executions in a row have ended without an outcome
     */
    public int interruptions() {
        return wasInterrupted() ? last.interruptions() + 1 : 0;
    }

    /**
     * @return the same, where somebody holds the lock on its target system
     */
    public Step waiting() {
        return new Step(change, last, evidence, Decision.WAIT, edited, reordered, outOfOrder);
    }

    /**
     * @return the same, where nothing may be done with it any more, nor with what comes after it on its target systems
     */
    public Step left() {
        return new Step(change, last, evidence, Decision.STOP, edited, reordered, outOfOrder);
    }

    /**
     * @return the same, where a target system that it changes is not active
     */
    public Step leftOut() {
        return new Step(change, last, evidence, Decision.LEAVE_OUT, edited, reordered, outOfOrder);
    }

    /**
     * @return the same, where a baseline that is configured names it
     */
    public Step baselined() {
        return new Step(change, last, evidence, Decision.BASELINE, edited, reordered, outOfOrder);
    }

    PlannedChange planned() {
        return new PlannedChange(change.id(), change.order(), change.phase(), change.targetSystem(), change.author(),
                change.description(), change.source(), change.transactional(), change.recovery(), state(), decision.action(),
                edited, reordered,
                outOfOrder, last == null ? null : last.error());
    }
}
