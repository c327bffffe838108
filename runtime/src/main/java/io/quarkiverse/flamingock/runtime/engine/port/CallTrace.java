package io.quarkiverse.flamingock.runtime.engine.port;

import java.util.concurrent.Callable;

import io.quarkiverse.flamingock.spi.Outcome;

/**
 * How far one call of a change's code came, and by what means it can have had effects. Preparing it, its instance and its
 * arguments, is a phase of its own: what fails there has nothing to take back.
 */
public final class CallTrace {

    private CodeTransaction transaction;
    private boolean begun;
    private boolean watched;
    private boolean unwatched;

    /**
     * @param entered the transaction on the thread that is going to call the code
     */
    public void enter(CodeTransaction entered) {
        transaction = entered;
    }

    /**
     * Calls code, the transaction of whose thread is the same afterwards. To be used around everything that may end one by
     * itself, too, so that nobody takes it for granted.
     *
     * @param code calls it
     * @return what it returns
     * @throws IllegalStateException when it has left another transaction on its thread, which is gone then
     * @throws Exception whatever it throws
     */
    public Object call(Callable<Object> code) throws Exception {
        return transaction == null ? code.call() : transaction.call(code);
    }

    /**
     * The method of the change is about to be called.
     *
     * @throws IllegalStateException when the making of its instance or its arguments has left another transaction on the
     *         thread, which is gone then: the method must not be called
     */
    public void begin() {
        if (transaction != null) {
            transaction.check("The making of the instance and the arguments of ");
        }
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
