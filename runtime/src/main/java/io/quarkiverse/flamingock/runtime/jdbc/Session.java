package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection of the extension's own, apart from every transaction of the application.
 *
 * @param database what it is connected to
 * @param connection in autocommit
 * @param tables the names of the tables
 * @param caller the transaction of the caller, to be resumed at the end
 */
record Session(Database database, Connection connection, TableNames tables, Suspension caller) implements AutoCloseable {

    Dialect dialect() {
        return tables.dialect();
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends a transaction of this session that failed, and leaves the connection as it was found. */
    void abandon(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            dialect().unlimitIdle(this);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            caller.end();
        }
    }
}
