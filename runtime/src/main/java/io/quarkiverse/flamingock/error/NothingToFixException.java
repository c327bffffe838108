package io.quarkiverse.flamingock.error;

/**
 * The change to resolve is unknown or has no failure state.
 */
public class NothingToFixException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public NothingToFixException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public NothingToFixException(String message, Throwable cause) {
        super(message, cause);
    }
}
