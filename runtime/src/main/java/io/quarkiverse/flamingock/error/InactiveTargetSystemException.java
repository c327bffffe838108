package io.quarkiverse.flamingock.error;

/**
 * The datasource or client of a target system is not active at this start, so that its changes can't be applied.
 */
public class InactiveTargetSystemException extends TargetSystemUnavailableException {

    /**
     * @param message what is inactive and what to set
     */
    public InactiveTargetSystemException(String message) {
        super(message);
    }

    /**
     * @param message what is inactive and what to set
     * @param cause the error behind it; may be null
     */
    public InactiveTargetSystemException(String message, Throwable cause) {
        super(message, cause);
    }
}
