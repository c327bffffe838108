package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedAction;

/**
 * What to do with a change: the decision table of the product, as code.
 */
enum Decision {

    SKIP(PlannedAction.SKIP),
    APPLY(PlannedAction.APPLY),
    RETRY(PlannedAction.RETRY),
    PROVE(PlannedAction.RESOLVE),
    RECORD_EXECUTED(PlannedAction.RESOLVE),
    STOP(PlannedAction.STOP);

    private final PlannedAction action;

    Decision(PlannedAction action) {
        this.action = action;
    }

    PlannedAction action() {
        return action;
    }

    /** Whether the code of the change runs. */
    boolean runs() {
        return this == APPLY || this == RETRY;
    }

    /**
     * @param last the last state, null if there is none
     * @param proof what is proven of the last execution
     * @param strategy the strategy in today's code
     * @param exhausted whether it was interrupted too often in a row to be tried again
     */
    static Decision of(ChangeState last, Proof proof, RecoveryStrategy strategy, boolean exhausted) {
        if (last != null && last.isApplied()) {
            return SKIP;
        }
        if (proof == Proof.APPLIED) {
            return RECORD_EXECUTED;
        }
        if (last == null) {
            return APPLY;
        }
        return switch (last) {
            case STARTED, EXECUTION_FAILED, ROLLBACK_STARTED, ROLLBACK_FAILED -> switch (proof) {
                case LATER -> PROVE;
                case NOT_APPLIED -> exhausted ? STOP : APPLY;
                default -> exhausted ? STOP : unproven(strategy);
            };
            // Whether an interrupted undo should end as undone or as applied again is for a person to say.
            case UNDO_STARTED, UNDO_FAILED -> STOP;
            default -> APPLY;
        };
    }

    private static Decision unproven(RecoveryStrategy strategy) {
        return strategy == RecoveryStrategy.ALWAYS_RETRY ? RETRY : STOP;
    }
}
