package io.quarkiverse.flamingock.result;

/**
 * What a person found in the target system when resolving an issue.
 */
public enum Resolution {

    /** The change is there; it will not be applied again. */
    EXECUTED(ChangeState.MANUAL_MARKED_AS_EXECUTED),

    /** The change is not there, or was taken back; the next run applies it. */
    ROLLED_BACK(ChangeState.MANUAL_MARKED_AS_ROLLED_BACK);

    private final ChangeState state;

    Resolution(ChangeState state) {
        this.state = state;
    }

    /**
     * @return the state that the resolution is recorded as
     */
    public ChangeState state() {
        return state;
    }
}
