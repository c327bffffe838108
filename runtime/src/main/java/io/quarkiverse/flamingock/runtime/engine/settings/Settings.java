package io.quarkiverse.flamingock.runtime.engine.settings;

import java.time.Duration;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.BaselineScope;

/**
 * How the engine behaves.
 *
 * @param service the application in the audit store
 * @param policies about issues, edits and order
 * @param lease how long a lock outlives a dead holder
 * @param limits how often something is tried
 * @param auditKey makes the hashes of events that nobody without it can make; null for plain ones
 * @param keyedSince the sequence of the first event that must have been hashed with the key
 * @param launch asked, where a message needs it, how an operator starts this application with extra properties, with
 *        {@code %s} in their place
 * @param baseline what is recorded as executed before anything is applied; null for nothing
 */
public record Settings(String service, Policies policies, Duration lease, Limits limits, String auditKey, long keyedSince,
        Supplier<String> launch, Baseline baseline) {

    public Settings {
        if (keyedSince < 1) {
            throw new FlamingockException("quarkus.flamingock.audit-store.hmac-key-since is " + keyedSince
                    + " but must be the sequence of an event, at least 1");
        }
    }

    /**
     * What to do about what was found.
     *
     * @param onIssue about issues and failures
     * @param onModified about edited and reordered changes
     * @param onOutOfOrder about pending changes before executed ones
     * @param onInactive about pending changes of target systems that are not active
     * @param failOnAuditUnavailable whether a start fails where the audit store can't be read; else it applies nothing
     * @param newHistory whether to begin a history although the same changes are applied already under another name
     * @param replacesAuditStore the id of an audit store that this application's takes the place of, or null
     */
    public record Policies(OnIssue onIssue, OnModified onModified, OnOutOfOrder onOutOfOrder, OnInactive onInactive,
            boolean failOnAuditUnavailable, boolean newHistory, String replacesAuditStore) {
    }

    /**
     * A baseline that is configured for every start.
     *
     * @param scope which changes are there already
     * @param reason why, for the audit; may be null
     */
    public record Baseline(BaselineScope scope, String reason) {
    }

    /**
     * How often something is tried.
     *
     * @param interruptedAttempts after how many executions in a row that ended without an outcome a person must look
     * @param conflictRetries how often a change is tried again after another transaction was in its way
     * @param connectRetries how often it is tried again to reach a database that is not there yet
     * @param connectPause the longest pause between two of these tries; the first is a second, and they double
     */
    public record Limits(int interruptedAttempts, int conflictRetries, int connectRetries, Duration connectPause) {

        public Limits {
            if (interruptedAttempts < 1) {
                throw new FlamingockException("quarkus.flamingock.max-interrupted-attempts is " + interruptedAttempts
                        + " but must be at least 1");
            }
            if (conflictRetries < 0) {
                throw new FlamingockException("quarkus.flamingock.conflict-retries is " + conflictRetries
                        + " but must not be negative; 0 switches retries off");
            }
            if (connectRetries < 0) {
                throw new FlamingockException("quarkus.flamingock.connect-retries is " + connectRetries
                        + " but must not be negative; 0 waits for no database");
            }
        }
    }

    /**
     * @param properties extra properties, each as an argument
     * @return how an operator starts this application with them
     */
    public String command(String properties) {
        return String.format(launch.get(), properties);
    }

    /**
     * @return what to do about issues and failures
     */
    public OnIssue onIssue() {
        return policies.onIssue;
    }

    /**
     * A pipeline counts as settled only under the policies of today: a policy that was changed to {@code fail} must look again.
     *
     * @param fingerprint that of the pipeline
     * @return what the head says of a settled pipeline
     */
    public SettledMark settledMark(String fingerprint) {
        boolean failsOnEdits = policies.onModified == OnModified.FAIL;
        return new SettledMark(fingerprint + "+e" + (failsOnEdits ? "m" : "")
                + (policies.onOutOfOrder == OnOutOfOrder.FAIL ? "o" : ""), failsOnEdits);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Settings[service=" + service + ", " + policies + ", lease=" + lease + ", " + limits + "]";
    }
}
