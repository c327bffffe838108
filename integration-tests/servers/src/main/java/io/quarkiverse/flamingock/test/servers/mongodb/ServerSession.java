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
    String client;
    String application;
    long number = -1;
    State state = State.NONE;
    Transaction transaction;
    /** Whether a command that has a number is at work. */
    boolean checkedOut;
    /** What the retryable write with {@link #number} was answered. */
    Document answer;

    ServerSession(Document id) {
        this.id = id;
    }

    void next(long newNumber) {
        number = newNumber;
        state = State.NONE;
        transaction = null;
        answer = null;
    }
}
