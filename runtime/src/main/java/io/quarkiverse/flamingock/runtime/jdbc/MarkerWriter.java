package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import io.quarkiverse.flamingock.spi.Execution;

/**
 * Writes the marker of a change in the change's own transaction, as long as the fence has the token of the execution.
 */
interface MarkerWriter {

    /**
     * Before the work.
     *
     * @return false when the token is not the newest
     */
    boolean begin(Connection connection, TableNames tables, String target, Execution execution) throws SQLException;

    /**
     * The last statement of the transaction.
     *
     * @return false when the token is no longer the newest: the transaction must be rolled back
     */
    boolean finish(Connection connection, TableNames tables, String target, Execution execution) throws SQLException;
}
