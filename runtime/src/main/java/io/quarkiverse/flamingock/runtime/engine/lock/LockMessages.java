package io.quarkiverse.flamingock.runtime.engine.lock;

import java.time.Duration;

/**
 * What an operator is told about locks.
 */
final class LockMessages {

    private LockMessages() {
    }

    static String lockLost(String target) {
        return "The lock on target system '" + target + "' was lost: another instance took it over, or its row was removed."
                + " This instance has stopped and wrote nothing more; start it again.";
    }

    static String leaseRanOut(String target, Duration lease) {
        return "The lock on target system '" + target + "' was lost: it could not be renewed within its lease of "
                + lease.toSeconds()
                + " s. This instance has stopped and begins no other change; check the audit store and start"
                + " again.";
    }

    static String interruptedWhileWaiting(String target) {
        return "Interrupted while waiting for the lock on target system '" + target
                + "'; nothing was applied or recorded.";
    }

    static String endedWhileWaiting(String target) {
        return "The process was asked to end while it waited for the lock on target system '" + target
                + "'; nothing was applied or recorded.";
    }
}
