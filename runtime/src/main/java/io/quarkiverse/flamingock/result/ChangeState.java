package io.quarkiverse.flamingock.result;

/**
 * What an audit event says about a change; the last event of a change is its state.
 */
public enum ChangeState {

    /** Written before any effect. As a last state: the process ended before it could record the outcome. */
    STARTED,
    /** Applied. */
    EXECUTED,
    /** The change threw. As a last state: its effects may remain in the target system. */
    EXECUTION_FAILED,
    /** Taken back, by the database's transaction or by the change's rollback method. */
    ROLLED_BACK,
    /** Written before the rollback method runs. As a last state: the rollback was interrupted. */
    ROLLBACK_STARTED,
    /** The change threw, and its rollback method threw too. */
    ROLLBACK_FAILED,
    /** A person found the change applied. */
    MANUAL_MARKED_AS_EXECUTED,
    /** A person found the change not applied, or took it back. */
    MANUAL_MARKED_AS_ROLLED_BACK,
    /** Written before an applied change is undone. */
    UNDO_STARTED,
    /** An applied change was taken back on request. */
    UNDONE,
    /** Undoing threw. */
    UNDO_FAILED;

    /**
     * @return whether the change counts as applied
     */
    public boolean isApplied() {
        return this == EXECUTED || this == MANUAL_MARKED_AS_EXECUTED;
    }

    /**
     * @return whether this is, as a last state, the trace of a process that ended before it could record an outcome
     */
    public boolean isInterrupted() {
        return this == STARTED || this == ROLLBACK_STARTED;
    }

    /**
     * @return whether this is a failure state of undoing
     */
    public boolean isUndo() {
        return this == UNDO_STARTED || this == UNDO_FAILED;
    }

    /**
     * @return whether this is a failure state: a change that stays in it has an outcome that must be settled
     */
    public boolean isUnsettled() {
        return switch (this) {
            case STARTED, EXECUTION_FAILED, ROLLBACK_STARTED, ROLLBACK_FAILED, UNDO_STARTED, UNDO_FAILED -> true;
            default -> false;
        };
    }
}
