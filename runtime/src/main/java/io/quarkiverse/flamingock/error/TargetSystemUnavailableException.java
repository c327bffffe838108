package io.quarkiverse.flamingock.error;

/**
 * A target system can't be reached or is not ready for changes; nothing was applied to it.
 */
public class TargetSystemUnavailableException extends FlamingockException {

    private final String awaited;

    /**
     * @param message what happened and what to do
     */
    public TargetSystemUnavailableException(String message) {
        this(message, null);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public TargetSystemUnavailableException(String message, Throwable cause) {
        this(message, cause, null);
    }

    /**
     * Where the target system may be there in a moment, as when its server is just starting: nothing answers, or no connection
     * is left. Not
     * where waiting does not help, as with a wrong password.
     *
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     * @param awaited what a start may wait for ({@code quarkus.flamingock.connect-retries}), as it stands in the log and
     *        without secrets; null where waiting does not help
     */
    public TargetSystemUnavailableException(String message, Throwable cause, String awaited) {
        super(message, cause);
        this.awaited = awaited;
    }

    /**
     * @return what a start may wait for, as it stands in the log; null where waiting does not help
     */
    public String awaited() {
        return awaited;
    }
}
