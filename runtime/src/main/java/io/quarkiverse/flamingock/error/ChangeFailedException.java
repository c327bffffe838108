package io.quarkiverse.flamingock.error;

/**
 * A change threw; the message names the change, its state, the error and the next step.
 */
public class ChangeFailedException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public ChangeFailedException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public ChangeFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
