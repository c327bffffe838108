package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * How the session of a connection is asked for its settings, and brought back to them: search path and role, variables,
 * temporary tables, locks. Settings are texts by name. What is here is of a database of which nothing of that is known, so that
 * a connection that ran code of a change is not used again.
 */
public interface SessionSettings {

    /** The name of a row of {@link #find} that is no setting; {@code 1} where something is not committed yet. */
    String OPEN = "open";

    /** A query for settings: rows of a name and a value; null where there is none. */
    default String find() {
        return null;
    }

    /**
     * @param found the settings before the change, or null where they could not be asked for
     * @return statements that bring back what was there before, whatever was changed, to be sent as one; null where there are
     *         none
     */
    default String reset(Map<String, String> found) {
        return null;
    }

    /**
     * @param found the settings before the change
     * @param left those that it has left
     * @return statements that undo the difference; null where that can't be done
     */
    default List<String> undo(Map<String, String> found, Map<String, String> left) {
        return null;
    }

    /**
     * Whether a connection whose settings can't be undone may be closed: a database in memory may be gone together with its
     * last connection.
     */
    default boolean mayBeClosed() {
        return true;
    }

    /**
     * Whether the driver knows by the answers of the server that a transaction is open, also one that was begun by a
     * statement, and refuses then to be told that it only reads. Nothing is sent for that.
     */
    default boolean driverKnowsOpen() {
        return false;
    }

    /**
     * @param driver the name of the driver
     * @return whether it costs nothing to roll back where nothing is open, whatever the driver was told of transactions
     */
    default boolean rollsBackForNothing(String driver) {
        return false;
    }

    /** A statement that is refused in a transaction; for sessions that can't be asked and are not used again. Or null. */
    default String refusedWhereOpen() {
        return null;
    }

    /**
     * @param e the error of a statement
     * @return whether it is refused because a transaction is open
     */
    default boolean saysOpen(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("25");
    }

    /**
     * Statements that give a session back the rights that the extension's own statement at the end of a change needs. Where a
     * failed statement {@linkplain Dialect#chainsWrites breaks the transaction} they are sent together with it, elsewhere only
     * after it failed.
     *
     * @param found the settings before the change
     */
    default List<String> rights(Map<String, String> found) {
        return List.of();
    }
}
