package io.quarkiverse.flamingock.spi;

/**
 * By what right a holder of a lock changes a target system. Tokens of two audit stores can't be compared, so a target system
 * remembers which store its newest token came from.
 *
 * @param store the {@linkplain AuditStore#id() id} of the audit store that has given the token; null where it has none
 * @param replaced the id of a store that this one takes the place of, as a person says; else null
 * @param owner who holds the lock, unique to a run
 * @param token the token of the lock
 */
public record Claim(String store, String replaced, String owner, long token) {

    /**
     * @param store what a target system has seen, may be null
     * @return whether that leaves room for this claim
     */
    public boolean accepts(String store) {
        return store == null || this.store == null || store.equals(this.store) || store.equals(replaced);
    }

    /**
     * @param newest the token that a target system has seen
     * @param holder who had it, may be null
     * @return whether somebody else has a newer right: an equal token of another owner is newer than this one
     */
    public boolean isOvertakenBy(long newest, String holder) {
        return newest > token || newest == token && holder != null && !holder.equals(owner);
    }
}
