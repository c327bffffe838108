package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * Rows of tables whose storage engine has no transactions: what is written there stays, whatever becomes of the transaction.
 */
final class KeptRows {

    private KeptRows() {
    }

    /**
     * @param session a session of the database
     * @return whether there are such tables at all
     */
    static boolean possible(Session session) throws SQLException {
        String query = session.dialect().findTablesWithoutTransactions();
        if (query == null) {
            return false;
        }
        try (PreparedStatement select = session.prepare(query); ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /**
     * Rolls back at the database, before the transaction manager does, which would not pass on what the database has to say.
     *
     * @param connection takes part in the transaction
     * @param dialect the dialect of its database
     * @return what the database says of rows that stay; null where it says nothing
     */
    static String afterRollback(Connection connection, Dialect dialect) throws SQLException {
        if (dialect.findTablesWithoutTransactions() == null) {
            return null;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                if (dialect.isIncompleteRollback(warning)) {
                    return warning.getMessage();
                }
            }
            return null;
        }
    }
}
