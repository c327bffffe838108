package io.quarkiverse.flamingock.error;

/**
 * Changes have an outcome that a person must settle before anything else is applied.
 */
public class UnresolvedIssueException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public UnresolvedIssueException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public UnresolvedIssueException(String message, Throwable cause) {
        super(message, cause);
    }
}
