package io.quarkiverse.flamingock;

/**
 * What a {@link Probe} has found in the target system.
 */
public enum ProbeResult {

    /** The whole change is there: it is recorded as executed. */
    APPLIED,
    /** No part of the change is there: it is applied. */
    NOT_APPLIED,
    /** A part of the change is there: its recovery strategy decides. */
    PARTLY_APPLIED,
    /** Nothing can be said: its recovery strategy decides. */
    UNKNOWN
}
