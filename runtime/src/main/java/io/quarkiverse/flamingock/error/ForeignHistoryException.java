package io.quarkiverse.flamingock.error;

/**
 * The changes of this application are applied already under another service name, prefix or schema. Nothing was applied.
 */
public class ForeignHistoryException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public ForeignHistoryException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public ForeignHistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
