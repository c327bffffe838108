package io.quarkiverse.flamingock.error;

/**
 * The audit store can't be read or written; nothing was applied without its record.
 */
public class AuditStoreUnavailableException extends FlamingockException {

    private final String awaited;

    /**
     * @param message what happened and what to do
     */
    public AuditStoreUnavailableException(String message) {
        this(message, null);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public AuditStoreUnavailableException(String message, Throwable cause) {
        this(message, cause, null);
    }

    /**
     * Where the audit store may be there in a moment, as when its server is just starting: nothing answers, or no connection is
     * left. Not
     * where waiting does not help, as with a wrong password.
     *
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     * @param awaited what a start may wait for ({@code quarkus.flamingock.connect-retries}), as it stands in the log and
     *        without secrets; null where waiting does not help
     */
    public AuditStoreUnavailableException(String message, Throwable cause, String awaited) {
        super(message, cause);
        this.awaited = awaited;
    }

    /**
     * @return what a start may wait for, as it stands in the log; null where waiting does not help
     */
    public String awaited() {
        return awaited;
    }
}
