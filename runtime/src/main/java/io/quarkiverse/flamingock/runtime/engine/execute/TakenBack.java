package io.quarkiverse.flamingock.runtime.engine.execute;

import io.quarkiverse.flamingock.spi.Outcome;

/**
 * Ends the transaction of the first system without a commit, when the rest was taken back.
 */
final class TakenBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakenBack() {
        super("What the rollback method did there was undone, because nothing of the change is left there");
    }

    /**
     * @param outcome of a call that was to end so
     * @return whether it has; a definition in it may have been committed by its database
     */
    static boolean ends(Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.NOT_APPLIED && outcome.kind() != Outcome.Kind.PARTLY_APPLIED) {
            return false;
        }
        for (Throwable error = outcome.error(); error != null; error = error.getCause()) {
            if (error instanceof TakenBack) {
                return true;
            }
        }
        return false;
    }
}
