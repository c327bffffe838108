package io.quarkiverse.flamingock.error;

/**
 * Something stopped a run; the message says what to do next.
 */
public class FlamingockException extends RuntimeException {

    /**
     * @param message what happened and what to do
     */
    public FlamingockException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public FlamingockException(String message, Throwable cause) {
        super(message, cause);
    }
}
