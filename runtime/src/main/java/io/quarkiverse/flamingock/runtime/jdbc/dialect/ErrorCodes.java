package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLWarning;

/**
 * How databases tell what went wrong. What is here is standard SQL.
 */
public interface ErrorCodes {

    /** Whether it warns where IF EXISTS or IF NOT EXISTS found nothing to do. */
    default boolean warnsOfSkipped() {
        return false;
    }

    /**
     * @param warning a warning of a statement with IF EXISTS or IF NOT EXISTS
     * @return whether it says that there was nothing to do
     */
    default boolean isSkipped(SQLWarning warning) {
        return false;
    }

    /**
     * @param e the error of a statement
     * @return whether a table is not there
     */
    default boolean isMissingTable(SQLException e) {
        return "42S02".equals(e.getSQLState());
    }

    /**
     * @param e the error of a statement
     * @return whether a row with the same key is there
     */
    default boolean isDuplicateKey(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    /**
     * @param e the error of a statement
     * @return whether the whole transaction was undone because of another one and may succeed when it is tried again: a
     *         deadlock or a failed serialization. A lock that was not granted in time is none; how long to wait is for the
     *         change to say
     */
    default boolean isConflict(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /**
     * @param e the error of a statement
     * @return whether another transaction was in the way: a deadlock, a failed serialization, or a lock not granted in time
     */
    default boolean isContention(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTimeoutException || state != null && (state.startsWith("40") || state.equals("HYT00"));
    }

    /**
     * @param warning a warning of a ROLLBACK
     * @return whether it says that rows stay, in tables that take no part in transactions
     */
    default boolean isIncompleteRollback(SQLWarning warning) {
        return false;
    }
}
