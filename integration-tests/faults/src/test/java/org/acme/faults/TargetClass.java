package org.acme.faults;

/**
 * What can be proven of an interrupted change.
 */
enum TargetClass {
    /** Everything: its marker commits with it. */
    TXM,
    /** Everything, unless the database committed in the middle. */
    TX0,
    /** Nothing. */
    NTX,
    /** What its probe finds. */
    NTXP,
    /** That it was applied, by the marker of the first system; that there is none proves nothing of the others. */
    SEVERAL,
    /** The same, and what its probe finds. */
    SEVERAL_PROBED
}
