package io.quarkiverse.flamingock.error;

/**
 * Changes are pending at a start that may not apply them, and the configuration does not let it go on without
 * ({@code quarkus.flamingock.on-pending=fail}).
 */
public class PendingChangesException extends FlamingockException {

    /**
     * @param message which changes, and what to do
     */
    public PendingChangesException(String message) {
        super(message);
    }

    /**
     * @param message which changes, and what to do
     * @param cause the error behind it; may be null
     */
    public PendingChangesException(String message, Throwable cause) {
        super(message, cause);
    }
}
