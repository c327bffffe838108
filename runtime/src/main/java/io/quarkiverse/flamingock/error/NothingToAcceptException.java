package io.quarkiverse.flamingock.error;

/**
 * The change whose edit is to be accepted is unknown, was never executed, or does not differ from what was.
 */
public class NothingToAcceptException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public NothingToAcceptException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public NothingToAcceptException(String message, Throwable cause) {
        super(message, cause);
    }
}
