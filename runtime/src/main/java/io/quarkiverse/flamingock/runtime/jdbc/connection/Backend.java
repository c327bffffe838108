package io.quarkiverse.flamingock.runtime.jdbc.connection;

/**
 * The session at the server that a connection is for.
 *
 * @param id its number
 * @param server the server
 * @param since tells it from another one with the same number, in seconds
 */
public record Backend(String id, String server, double since) {

    private static final double SAME = 2;

    boolean isOf(String otherServer) {
        return server.equals(otherServer);
    }

    boolean began(double otherSince) {
        return Math.abs(since - otherSince) <= SAME;
    }
}
