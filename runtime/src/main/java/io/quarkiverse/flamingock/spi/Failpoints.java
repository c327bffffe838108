package io.quarkiverse.flamingock.spi;

/**
 * Told at each phase of a run, for tests of what survives: a bean of this type in a test application may end, stop or delay
 * the process, or throw, where a crash would matter. An application without such a bean pays one call that does nothing.
 */
@FunctionalInterface
public interface Failpoints {

    /** Does nothing. */
    Failpoints NONE = new Failpoints() {
        @Override
        public void reached(Phase phase, String changeId) {
        }
    };

    /** What a run has just done, or is about to do. */
    enum Phase {
        /** Before the head of the audit store is read. */
        BEFORE_PLAN,
        /** The plan was made without the lock. */
        PLAN_READ,
        /** The locks are held; the fences are not raised. */
        LOCK_HELD,
        /** STARTED is durable; the code of the change was not called. */
        STARTED_RECORDED,
        /** The code of the change has returned; its transaction is open. */
        WORK_DONE,
        /** The effects are durable; the outcome is not recorded. */
        TARGET_COMMITTED,
        /** The outcome EXECUTED is durable. */
        EXECUTED_RECORDED,
        /** The locks are free again. */
        LOCK_RELEASED,
        /** The code of the change threw; nothing is recorded of it. */
        CHANGE_FAILED,
        /** The failure is durable; a rollback method was not called. */
        FAILURE_RECORDED,
        /** The rollback method has returned; nothing is recorded of it. */
        ROLLBACK_DONE,
        /** The rollback method threw; nothing is recorded of it. */
        ROLLBACK_THREW
    }

    /**
     * @param phase the phase
     * @param changeId the id of the change; null where the phase belongs to none
     */
    void reached(Phase phase, String changeId);
}
