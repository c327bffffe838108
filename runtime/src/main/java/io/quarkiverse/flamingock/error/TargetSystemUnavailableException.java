package io.quarkiverse.flamingock.error;

/**
 * A target system can't be reached or is not ready for changes; nothing was applied to it.
 */
public class TargetSystemUnavailableException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public TargetSystemUnavailableException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public TargetSystemUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
