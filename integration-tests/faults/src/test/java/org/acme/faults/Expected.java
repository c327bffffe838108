package org.acme.faults;

/**
 * How a change that was interrupted must be treated by the next start.
 */
enum Expected {
    /** It was never recorded, or its end was recorded: it is applied as usual, at its first attempt. */
    APPLIED,
    /** It is recorded as applied already; the start finds nothing to do with it. */
    SKIPPED,
    /** Proven not to be there, and applied again. */
    PROVEN_NOT_APPLIED,
    /** Proven to be there, recorded, and not applied again. */
    PROVEN_APPLIED,
    /** A probe has found nothing of it; it is applied again. */
    PROBED_NOT_APPLIED,
    /** A probe has found it, so it is recorded and not applied again. */
    PROBED_APPLIED,
    /** Known to be rolled back, and applied again. */
    APPLIED_AGAIN,
    /** Nothing is known; applied again because its strategy says so. */
    RETRIED,
    /** Nothing is known; every start stops and asks a person. */
    ISSUE
}
