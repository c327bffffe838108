package io.quarkiverse.flamingock.error;

/**
 * The right to change a target system was lost while it was in use; nothing more was written.
 */
public class LockLostException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public LockLostException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public LockLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
