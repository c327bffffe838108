package io.quarkiverse.flamingock.test.servers.mongodb;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A session, and what became of its last transaction or retryable write.
 */
final class ServerSession {

    /** What became of a transaction. */
    enum State {
        NONE,
        OPEN,
        COMMITTED,
        ABORTED
    }

    final Document id;
    /** Only this one can have it ended. */
    final String user;
    String client;
    String application;
    long number = -1;
    State state = State.NONE;
    Transaction transaction;
    /** Whether a command that has a number is at work. */
    boolean checkedOut;
    /** What the retryable write with {@link #number} was answered. */
    Document answer;

    ServerSession(Document id, String user) {
        this.id = id;
        this.user = user;
    }

    void next(long newNumber) {
        number = newNumber;
        state = State.NONE;
        transaction = null;
        answer = null;
    }
}
