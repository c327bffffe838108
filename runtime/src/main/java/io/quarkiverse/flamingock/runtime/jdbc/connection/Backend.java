package io.quarkiverse.flamingock.runtime.jdbc.connection;

/**
 * The session at the server that a connection is for.
 *
 * @param id its number
 * @param server the server
 * @param since tells it from another one with the same number, in seconds
 * @param user who is logged in there: others may not see it
 */
public record Backend(String id, String server, double since, String user) {

    private static final double SAME = 2;
    private static final String BETWEEN = "|";
    private static final int PARTS = 4;

    /**
     * @param text what {@link #text} gave
     * @return the session
     */
    public static Backend parse(String text) {
        String[] parts = text.split("\\" + BETWEEN, PARTS);
        return new Backend(parts[0], parts[2], Double.parseDouble(parts[1]), parts[3]);
    }

    /**
     * @return all of it in one line
     */
    public String text() {
        return String.join(BETWEEN, id, Double.toString(since), server, user);
    }

    boolean isOf(String otherServer) {
        return server.equals(otherServer);
    }

    boolean began(double otherSince) {
        return Math.abs(since - otherSince) <= SAME;
    }
}
