package io.quarkiverse.flamingock.runtime.engine.environment;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;

/**
 * How far the application is, which decides what of the code of its changes may be called: a change of phase APPLICATION can
 * use what is not there yet at the beginning of a start, so neither it nor its probe is called then.
 */
public enum Stage {

    /** At the beginning of its start, when nothing of it runs. */
    BEFORE_APPLICATION,
    /** At the end of its start, when changes of phase SCHEMA come too late for what has looked at their systems already. */
    END_OF_START,
    /** It runs, and somebody asks for it. */
    RUNNING;

    /**
     * @param change a change
     * @return whether its code may be called now
     */
    public boolean runs(ChangeDescriptor change) {
        return this == RUNNING || (change.phase() == Phase.APPLICATION) == (this == END_OF_START);
    }

    /**
     * @param change a change
     * @return whether it is for the next start if it is not done yet
     */
    public boolean isOver(ChangeDescriptor change) {
        return this == END_OF_START && !runs(change);
    }
}
