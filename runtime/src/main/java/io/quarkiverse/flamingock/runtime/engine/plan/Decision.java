package io.quarkiverse.flamingock.runtime.engine.plan;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedAction;

/**
 * What to do with a change: the decision table of the product, as code.
 */
public enum Decision {

    /** It is applied already. */
    SKIP(PlannedAction.SKIP),
    /** It is applied. */
    APPLY(PlannedAction.APPLY),
    /** It is applied again although effects of its last execution may remain. */
    RETRY(PlannedAction.RETRY),
    /** The target system or its probe will say, under the lock, what became of its last execution. */
    PROVE(PlannedAction.RESOLVE),
    /** It is applied already, which only has to be recorded. */
    RECORD_EXECUTED(PlannedAction.RESOLVE),
    /** It is no longer in the application, and proven not to be there, which only has to be recorded. */
    RECORD_ROLLED_BACK(PlannedAction.RESOLVE),
    /** A baseline that is configured names it: that it is applied already only has to be recorded. */
    BASELINE(PlannedAction.BASELINE),
    /** Somebody holds the lock on its target system, and it is for them to say how its last execution ends. */
    WAIT(PlannedAction.WAIT),
    /** A target system that it changes is not active at this start. */
    LEAVE_OUT(PlannedAction.LEAVE_OUT),
    /** A person must settle what became of it. */
    STOP(PlannedAction.STOP);

    private final PlannedAction action;

    Decision(PlannedAction action) {
        this.action = action;
    }

    /**
     * @return what users are told
     */
    public PlannedAction action() {
        return action;
    }

    /**
     * @return whether it stays as it is in this run, and what comes after it on its target systems with it
     */
    public boolean blocks() {
        return this == STOP || this == LEAVE_OUT;
    }

    /**
     * @return whether the code of the change runs
     */
    public boolean runs() {
        return this == APPLY || this == RETRY;
    }

    /**
     * @param last the last state, null if there is none
     * @param proof what is proven of the last execution
     * @param strategy the strategy in today's code
     * @param exhausted whether it was interrupted too often in a row to be tried again
     * @return what to do
     */
    public static Decision of(ChangeState last, Proof proof, RecoveryStrategy strategy, boolean exhausted) {
        if (last != null && last.isApplied()) {
            return SKIP;
        }
        if (proof == Proof.APPLIED) {
            return RECORD_EXECUTED;
        }
        if (last == null) {
            return proof == Proof.PARTLY_APPLIED ? unproven(strategy) : APPLY;
        }
        return switch (last) {
            case STARTED, EXECUTION_FAILED, ROLLBACK_STARTED, ROLLBACK_FAILED -> switch (proof) {
                case LATER -> PROVE;
                case NOT_APPLIED -> exhausted ? STOP : APPLY;
                default -> exhausted ? STOP : unproven(strategy);
            };
            // Whether an interrupted undo should end as undone or as applied again is for a person to say.
            case UNDO_STARTED, UNDO_FAILED -> STOP;
            // A statement that was on its way when its connection broke has arrived after all.
            case ROLLED_BACK -> proof == Proof.PARTLY_APPLIED ? unproven(strategy) : APPLY;
            default -> APPLY;
        };
    }

    /**
     * A change that is no longer in the application can't be applied, and no strategy speaks for it.
     *
     * @param proof what is proven of its last execution, which is open
     * @param undo whether that was one of undoing
     * @return what to do
     */
    static Decision ofRemoved(Proof proof, boolean undo) {
        return undo ? STOP : switch (proof) {
            case LATER -> PROVE;
            case APPLIED -> RECORD_EXECUTED;
            case NOT_APPLIED -> RECORD_ROLLED_BACK;
            default -> STOP;
        };
    }

    private static Decision unproven(RecoveryStrategy strategy) {
        return strategy == RecoveryStrategy.ALWAYS_RETRY ? RETRY : STOP;
    }
}
