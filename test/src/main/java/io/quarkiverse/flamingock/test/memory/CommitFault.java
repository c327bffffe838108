package io.quarkiverse.flamingock.test.memory;

/**
 * A fault at the commit of a transactional execution in memory.
 */
public enum CommitFault {

    /** The commit succeeds. */
    NONE,
    /** The commit is refused. */
    REFUSED,
    /** The commit succeeds, but the target system can't find out. */
    ANSWER_LOST,
    /** The commit is refused, but the target system can't find out. */
    REFUSED_AND_ANSWER_LOST
}
