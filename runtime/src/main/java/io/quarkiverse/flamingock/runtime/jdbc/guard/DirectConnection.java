package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.Executor;

/**
 * A connection of a change without a transaction, which may commit, roll back and close as it likes.
 */
public final class DirectConnection extends WatchedConnection {

    private final Connection connection;
    private final DirectDataSource.Connections connections;
    private boolean closed;

    /**
     * @param connection takes part in no transaction
     * @param watch sees its statements
     * @param connections gets it back
     */
    public DirectConnection(Connection connection, Watch watch, DirectDataSource.Connections connections) {
        super(connection, watch);
        this.connection = connection;
        this.connections = connections;
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        connection.rollback(savepoint);
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        connection.setAutoCommit(autoCommit);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return connection.getAutoCommit();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connections.giveBack(connection);
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || connection.isClosed();
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        // An aborted one would never come back to the pool.
        close();
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return connection.getTransactionIsolation();
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        connection.setTransactionIsolation(level);
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }
}
