package io.quarkiverse.flamingock.error;

/**
 * An executed change was edited or reordered and the configuration forbids that.
 */
public class EditedChangeException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public EditedChangeException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public EditedChangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
