package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * A connection of the extension's own, apart from every transaction of the application.
 *
 * @param own the connection
 * @param tables the names of the tables
 */
public record Session(OwnConnection own, TableNames tables) implements AutoCloseable {

    /** What it is connected to. */
    public Database database() {
        return own.database();
    }

    /** The connection, in autocommit. */
    public Connection connection() {
        return own.connection();
    }

    /** What its database says differently. */
    public Dialect dialect() {
        return tables.dialect();
    }

    /**
     * @param sql a statement
     * @return the same, to be closed by the caller
     */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection().prepareStatement(sql);
    }

    /**
     * @param sql a statement without parameters, of whose answer nothing matters but that there is no error
     */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Begins a transaction. Where the database can, it ends it when this process stands still in it. */
    public void begin() throws SQLException {
        executeIfAny(dialect().limitIdle());
        connection().setAutoCommit(false);
    }

    /** Leaves the connection as it was found, after a commit or rollback. */
    public void end() throws SQLException {
        connection().setAutoCommit(true);
        executeIfAny(dialect().unlimitIdle());
    }

    /**
     * Ends a transaction of this session that failed, and leaves the connection as it was found.
     *
     * @param reason why it failed; gets what goes wrong here as suppressed errors
     */
    public void abandon(Throwable reason) {
        try {
            connection().rollback();
            end();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void executeIfAny(String sql) throws SQLException {
        if (sql != null) {
            execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        own.close();
    }
}
