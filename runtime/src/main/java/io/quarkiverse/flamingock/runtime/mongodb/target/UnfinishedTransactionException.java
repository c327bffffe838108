package io.quarkiverse.flamingock.runtime.mongodb.target;

/**
 * A change returned, but its transaction can't be committed any more.
 */
final class UnfinishedTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfinishedTransactionException(String message, Throwable cause) {
        super(message, cause);
    }
}
