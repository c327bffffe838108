package io.quarkiverse.flamingock.runtime.engine.port;

import io.quarkiverse.flamingock.spi.Outcome;

/**
 * How far one call of a change's code came, and by what means it can have had effects. Preparing it, its instance and its
 * arguments, is a phase of its own: what fails there has nothing to take back.
 */
public final class CallTrace {

    private boolean begun;
    private boolean watched;
    private boolean unwatched;

    /** The method of the change is about to be called. */
    public void begin() {
        begun = true;
    }

    /** The code is given something through which the target system sees all that it does. */
    public void givenWatched() {
        watched = true;
    }

    /** The code is given something that may have effects which nobody sees. */
    public void givenUnwatched() {
        unwatched = true;
    }

    /**
     * @param outcome what the target system says
     * @return the same in terms of what must follow: not applied, refused (and nothing else done), partly applied or unproven
     *         where the code failed
     */
    public Outcome judged(Outcome outcome) {
        return switch (outcome.kind()) {
            // What is not watched is not known of either.
            case PARTLY_APPLIED -> begun || watched ? outcome : Outcome.notApplied(outcome.error());
            case NOTHING_SENT -> begun && !hasOnlyWatched() ? Outcome.partlyApplied(outcome.error())
                    : Outcome.notApplied(outcome.error());
            // Taking back what had not been done would destroy what was there before.
            case REFUSED -> hasOnlyWatched() ? outcome : Outcome.unproven(outcome.error());
            default -> outcome;
        };
    }

    private boolean hasOnlyWatched() {
        return watched && !unwatched;
    }
}
