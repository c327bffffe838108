package io.quarkiverse.flamingock.error;

/**
 * The audit store can't be read or written; nothing was applied without its record.
 */
public class AuditStoreUnavailableException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public AuditStoreUnavailableException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public AuditStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
