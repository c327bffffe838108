package org.acme.faults;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A row of the matrix: where the process dies, and what must follow for each class of target system.
 *
 * @param id as the matrix calls it
 * @param phase the failpoint
 * @param misbehaviour what the change must do to get there, or empty
 * @param txm the outcome with a marker that commits with the change
 * @param tx0 the outcome where the database commits in the middle, with MANUAL_INTERVENTION
 * @param ntx the outcome where nothing can be proven, with MANUAL_INTERVENTION
 * @param ntxp the outcome where only a probe tells, with MANUAL_INTERVENTION
 */
record Interruption(String id, String phase, String misbehaviour, Expected txm, Expected tx0, Expected ntx, Expected ntxp) {

    /** With ALWAYS_RETRY nobody is asked. */
    Expected expected(TargetClass targetClass, RecoveryStrategy strategy) {
        Expected expected = switch (targetClass) {
            case TXM -> txm;
            case TX0 -> tx0;
            case NTX -> ntx;
            case NTXP -> ntxp;
            case SEVERAL -> txm == Expected.PROVEN_APPLIED ? txm : ntx;
            // A probe that looks everywhere finds a part, where the transaction was undone.
            case SEVERAL_PROBED -> txm == Expected.PROVEN_APPLIED ? txm
                    : ntxp == Expected.PROBED_APPLIED ? Expected.ISSUE : ntxp;
        };
        return expected == Expected.ISSUE && strategy == RecoveryStrategy.ALWAYS_RETRY ? Expected.RETRIED : expected;
    }
}
