package io.quarkiverse.flamingock.error;

/**
 * A baseline names what is not in the application, or a change of which something else is known: nothing was recorded.
 */
public class BaselineRefusedException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public BaselineRefusedException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public BaselineRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
