package io.quarkiverse.flamingock.spi;

import io.quarkiverse.flamingock.error.LockLostException;

/**
 * A target system has seen a newer token than the one that it was shown: another instance took over, or the lock has lost
 * tokens, as when the audit store was restored from a backup.
 */
public class NewerTokenException extends LockLostException {

    private static final long serialVersionUID = 1L;

    private final long newest;

    /**
     * @param message what was found and what to do
     * @param newest the newest token that the target system has seen
     */
    public NewerTokenException(String message, long newest) {
        super(message);
        this.newest = newest;
    }

    /**
     * @return the newest token that the target system has seen
     */
    public long newest() {
        return newest;
    }
}
