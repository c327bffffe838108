package io.quarkiverse.flamingock.runtime.engine.port;

import io.quarkiverse.flamingock.spi.Outcome;

/**
 * How far one call of a change's code came. Preparing it, its instance and its arguments, is a phase of its own: what fails
 * there has nothing to take back.
 */
public final class CallTrace {

    private boolean begun;

    /** The method of the change is about to be called. */
    public void begin() {
        begun = true;
    }

    /**
     * @param outcome what the target system says of a call without a transaction, of which it can't know how far it came
     * @return not applied where the method was never called; else the same
     */
    public Outcome judged(Outcome outcome) {
        return !begun && outcome.kind() == Outcome.Kind.PARTLY_APPLIED ? Outcome.notApplied(outcome.error()) : outcome;
    }
}
