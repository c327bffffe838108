package io.quarkiverse.flamingock.runtime.engine.plan;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What is known of the last execution of a change, and from whom.
 *
 * @param proof what it proves
 * @param by who says so; null where nothing is said
 * @param checksum the checksum of the code that ran, where that is known; else null
 * @param token the token of the execution; 0 where there is none
 * @param marker the marker that was read, whatever it proves; null where none was read
 */
public record Evidence(Proof proof, String by, String checksum, long token, Marker marker) {

    /** Who says so, where it is a marker. */
    public static final String MARKER = "MARKER";
    /** Who says so, where it is the change's own probe. */
    public static final String PROBE = "PROBE";

    /** What can be said without the lock. */
    static Evidence beforeLock(ChangeDescriptor change, StateRow last) {
        boolean later = leavesMarker(change, last) || mayLeaveMarker(change, last)
                || change.probe() && last != null && last.state().isUnsettled() && !last.state().isUndo();
        return new Evidence(later ? Proof.LATER : Proof.NONE, null, null, token(last), null);
    }

    /**
     * What a marker says that was read behind a raised fence. One that is older than the last event tells of an earlier
     * execution, unless it still stands. One without any event is the trace of an execution whose event the audit store has
     * lost. One that is missing
     * says something only where markers are kept.
     */
    static Evidence of(ChangeDescriptor change, StateRow last, Markers markers, boolean standing) {
        Marker marker = markers.of(change.id());
        if (marker != null && (last == null || standing || marker.token() >= last.token())
                && !isExplained(marker, last)) {
            return new Evidence(marker.state() == Marker.State.APPLIED ? Proof.APPLIED : Proof.PARTLY_APPLIED, MARKER,
                    marker.checksum(), marker.token(), marker);
        }
        return markers.kept() && leavesMarker(change, last)
                ? new Evidence(Proof.NOT_APPLIED, MARKER, null, last.token(), marker)
                : new Evidence(Proof.NONE, null, null, token(last), marker);
    }

    /** Nobody can be asked. */
    static Evidence none(StateRow last) {
        return new Evidence(Proof.NONE, null, null, token(last), null);
    }

    /** Whether what a marker in progress tells of has been taken back already, outside of a transaction. */
    private static boolean isExplained(Marker marker, StateRow last) {
        return marker.state() == Marker.State.IN_PROGRESS && last != null && last.state() == ChangeState.ROLLED_BACK
                && !last.transactional();
    }

    /**
     * @param answer what the change's own probe says
     * @return that, as evidence
     */
    public Evidence probed(Proof answer) {
        return new Evidence(answer, PROBE, null, token, marker);
    }

    /** Whether the execution has left a marker, or would have, where its target system keeps them. */
    private static boolean leavesMarker(ChangeDescriptor change, StateRow last) {
        return last != null && last.transactional() && last.targetSystem().equals(change.targetSystem());
    }

    /** That of a change over several systems proves the whole, where nothing is known yet; a missing one proves nothing. */
    private static boolean mayLeaveMarker(ChangeDescriptor change, StateRow last) {
        return change.spans() && change.transactional() && last != null && last.state().isInterrupted()
                && last.targetSystem().equals(change.targetSystem());
    }

    private static long token(StateRow last) {
        return last == null ? 0 : last.token();
    }
}
