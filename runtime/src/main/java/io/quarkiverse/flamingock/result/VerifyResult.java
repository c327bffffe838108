package io.quarkiverse.flamingock.result;

/**
 * Whether the audit is as it was written.
 *
 * @param events how many events from the first on are as they were written
 * @param withoutKey how many of them are chained by a plain hash, which whoever can change events can compute anew
 * @param broken the first event that is not as it was written; null if there is none
 */
public record VerifyResult(long events, long withoutKey, BrokenEvent broken) {

    /**
     * @return whether every event is as it was written
     */
    public boolean intact() {
        return broken == null;
    }
}
