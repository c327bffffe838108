package io.quarkiverse.flamingock.error;

/**
 * An operation was called by what another one was just running, as by a change, and would have waited for itself. It was
 * refused at once, and the change that called it fails, even where it caught this.
 */
public class NestedCallException extends FlamingockException {

    /**
     * @param message what called what, and what to do
     */
    public NestedCallException(String message) {
        super(message);
    }
}
