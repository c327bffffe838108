package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

/**
 * How the engine behaves.
 *
 * @param service the application in the audit store
 * @param onIssue about issues and failures
 * @param onModified about edited and reordered changes
 * @param onOutOfOrder about pending changes before executed ones
 * @param lease how long a lock outlives a dead holder
 * @param command how an operator starts this application with extra properties, with {@code %s} in their place
 */
public record Settings(String service, OnIssue onIssue, OnModified onModified, OnOutOfOrder onOutOfOrder, Duration lease,
        String command) {

    /**
     * A pipeline counts as settled only under policies at least as strict as today's: a policy that was changed to
     * {@code fail} must look again.
     */
    String settledMark(String fingerprint) {
        String strict = (onModified == OnModified.FAIL ? "m" : "") + (onOutOfOrder == OnOutOfOrder.FAIL ? "o" : "");
        return strict.isEmpty() ? fingerprint : fingerprint + "+" + strict;
    }
}
