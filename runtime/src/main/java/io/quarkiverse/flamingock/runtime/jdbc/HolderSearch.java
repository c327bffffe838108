package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.SQLException;

/**
 * Finds and ends the session whose transaction is in the way of raising a fence, with the one session that is at hand.
 */
interface HolderSearch {

    /** The columns that it needs in the table of fences, each after a comma. */
    String columns();

    /** What whoever locks a fence assigns to them, each after a comma. */
    String assignments();

    /**
     * @return the session that holds the fence in the transaction of a change; null where none does for certain
     */
    Holder find(Session session, TableNames tables, String target) throws SQLException;

    /**
     * Ends the session if it still holds the fence.
     */
    void end(Session session, TableNames tables, String target, Holder holder) throws SQLException;
}
