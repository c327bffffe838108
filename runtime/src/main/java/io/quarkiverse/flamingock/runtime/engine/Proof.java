package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What the target system itself says about the last execution of a change.
 */
enum Proof {

    /** Nothing: the execution had no transaction. */
    NONE,
    /** It will say under the lock, once the fence is raised. */
    LATER,
    /** The whole change is there. */
    APPLIED,
    /** No part of the change is there, and none will be by an old owner. */
    NOT_APPLIED,
    /** The database committed in the middle. */
    PARTLY_APPLIED;

    /**
     * What can be said without the lock.
     */
    static Proof beforeLock(ChangeDescriptor change, StateRow last) {
        return concerns(change, last) ? LATER : NONE;
    }

    /**
     * What a marker says that was read behind a raised fence. One that is older than the last event tells of an earlier
     * execution. One without any event is the trace of an execution whose event the audit store has lost.
     */
    static Proof of(ChangeDescriptor change, StateRow last, Marker marker) {
        if (marker != null && (last == null || marker.token() >= last.token())) {
            return marker.state() == Marker.State.APPLIED ? APPLIED : PARTLY_APPLIED;
        }
        return concerns(change, last) ? NOT_APPLIED : NONE;
    }

    /** A marker that is missing says something only where the execution would have left one. */
    private static boolean concerns(ChangeDescriptor change, StateRow last) {
        return last != null && last.transactional() && last.targetSystem().equals(change.targetSystem());
    }
}
