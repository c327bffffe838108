package io.quarkiverse.flamingock.error;

/**
 * A pending change orders before an executed one and the configuration forbids that.
 */
public class OutOfOrderChangeException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public OutOfOrderChangeException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public OutOfOrderChangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
