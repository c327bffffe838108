package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * Finds and ends the session whose transaction is in the way of raising a fence, with the one session that is at hand.
 */
interface HolderSearch {

    /** How it is done on a database. */
    static HolderSearch of(Dialect dialect) {
        return dialect.tellsHolderOfLockedRow() ? new LockedRowHolders() : new NotedHolders();
    }

    /**
     * @param token only an older holder's session is looked for
     * @return the session that holds the fence in the transaction of a change; null where none does for certain
     */
    Holder find(Session session, TableNames tables, String target, long token) throws SQLException;

    /**
     * Ends the session if it still holds the fence with an older token.
     *
     * @return whether it was
     */
    boolean end(Session session, TableNames tables, String target, long token, Holder holder) throws SQLException;
}
