package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jta.Suspension;

/**
 * A connection of the extension's own, apart from every transaction of the application.
 *
 * @param database what it is connected to
 * @param connection in autocommit
 * @param tables the names of the tables
 * @param caller the transaction of the caller, to be resumed at the end
 */
public record Session(Database database, Connection connection, TableNames tables, Suspension caller) implements AutoCloseable {

    /** What its database says differently. */
    public Dialect dialect() {
        return tables.dialect();
    }

    /**
     * @param sql a statement
     * @return the same, to be closed by the caller
     */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /**
     * Past the pool, whose wrappers of statements and rows cost a start more than a question itself. The pool does not see an
     * error then: who gets one asks again by {@link #prepare}, so that a connection that is broken leaves the pool.
     *
     * @param sql a statement
     * @return the driver's own, to be closed by the caller
     */
    public PreparedStatement prepareUnpooled(String sql) throws SQLException {
        return connection.unwrap(Connection.class).prepareStatement(sql);
    }

    /**
     * @param sql a statement without parameters, of whose answer nothing matters but that there is no error
     */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Begins a transaction. Where the database can, it ends it when this process stands still in it. */
    public void begin() throws SQLException {
        executeIfAny(dialect().limitIdle());
        connection.setAutoCommit(false);
    }

    /** Leaves the connection as it was found, after a commit or rollback. */
    public void end() throws SQLException {
        connection.setAutoCommit(true);
        executeIfAny(dialect().unlimitIdle());
    }

    /**
     * Ends a transaction of this session that failed, and leaves the connection as it was found.
     *
     * @param reason why it failed; gets what goes wrong here as suppressed errors
     */
    public void abandon(Throwable reason) {
        try {
            connection.rollback();
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
        try {
            connection.close();
        } finally {
            caller.end();
        }
    }
}
