package io.quarkiverse.flamingock.runtime.jdbc.dialect;

/**
 * How a database tells of its sessions, and ends them: what a client gave up may still be at work at the server.
 * <p>
 * A session is known by its number, by the server that it is of, and by a moment that tells it from a later one with the same
 * number, in seconds. Nothing is ended that can't be told from another one.
 */
public interface ServerSessions {

    /** A query for the three of the own session, and its user; null where they can't be told. */
    default String findOwnSession() {
        return null;
    }

    /**
     * A query with the number of a session as its only parameter, for one row: the server, and the moment; the moment is null
     * where there is no such session any more.
     */
    default String findOtherSession() {
        return null;
    }

    /**
     * @param session the number of a session
     * @return the statement that ends it
     */
    String endSession(String session);
}
