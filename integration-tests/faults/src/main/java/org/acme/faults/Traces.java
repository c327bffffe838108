package org.acme.faults;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;

/**
 * Where a change leaves traces that the parent reads.
 */
public interface Traces {

    /**
     * @param context the execution
     * @param part which step of the change it is
     * @param delay seconds that the statement takes before it has an effect
     * @throws Exception when it could not be written
     */
    void leave(ChangeContext context, Part part, int delay) throws Exception;

    /**
     * @param elsewhere another place
     * @return what leaves each trace in both
     */
    default Traces with(Traces elsewhere) {
        return (context, part, delay) -> {
            leave(context, part, delay);
            elsewhere.leave(context, part, 0);
        };
    }

    /** The steps of a change. */
    enum Part {
        /** The first half of the work. */
        BEGUN,
        /** The second half. */
        DONE,
        /** What the rollback method does. */
        TAKEN_BACK;

        /** What follows for a probe where this is the last. */
        public ProbeResult probed() {
            return switch (this) {
                case BEGUN -> ProbeResult.PARTLY_APPLIED;
                case DONE -> ProbeResult.APPLIED;
                case TAKEN_BACK -> ProbeResult.NOT_APPLIED;
            };
        }
    }
}
