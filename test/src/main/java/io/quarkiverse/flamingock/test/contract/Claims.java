package io.quarkiverse.flamingock.test.contract;

import io.quarkiverse.flamingock.spi.Claim;

/** Rights to change a target system, as an engine claims them. */
public final class Claims {

    /** The audit store of those that name no other. */
    public static final String STORE = "store-1";

    private Claims() {
    }

    /**
     * @param token the token of a lock
     * @return the claim of the one holder with that token
     */
    public static Claim of(long token) {
        return new Claim(STORE, null, "owner-" + token, token);
    }
}
