package io.quarkiverse.flamingock.runtime.engine.plan;

/**
 * What is proven of the last execution of a change.
 */
public enum Proof {

    /** Nothing: the execution had no transaction, or its target system keeps no markers, and nobody knows. */
    NONE,
    /** The target system, or the change's probe, will say under the lock, once the fence is raised. */
    LATER,
    /** The whole change is there. */
    APPLIED,
    /** No part of the change is there, and none will be by an old owner. */
    NOT_APPLIED,
    /** A part of the change is there. */
    PARTLY_APPLIED
}
