package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.Executor;

/**
 * The connection of a change's transaction, without the means to end it. Savepoints are allowed, and so is to
 * unwrap the driver's own class, for what only it can do.
 */
public final class GuardedConnection extends WatchedConnection {

    private final Connection connection;
    private final String changeId;
    private final boolean mayBeClosed;
    private boolean closed;

    /**
     * @param connection takes part in the transaction
     * @param changeId the id of the change
     * @param mayBeClosed whether closing does nothing, as for a connection from a datasource, or is refused
     * @param watch sees its statements
     */
    public GuardedConnection(Connection connection, String changeId, boolean mayBeClosed, Watch watch) {
        super(connection, watch);
        this.connection = connection;
        this.changeId = changeId;
        this.mayBeClosed = mayBeClosed;
    }

    @Override
    public void commit() throws SQLException {
        throw refused("commit()");
    }

    @Override
    public void rollback() throws SQLException {
        throw refused("rollback()");
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        // The pool refuses it for any connection that takes part in a transaction; the driver does not.
        connection.unwrap(Connection.class).rollback(savepoint);
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        if (autoCommit) {
            throw refused("setAutoCommit(true)");
        }
    }

    @Override
    public boolean getAutoCommit() {
        return false;
    }

    @Override
    public void close() throws SQLException {
        if (!mayBeClosed) {
            throw refused("close()");
        }
        closed = true;
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || connection.isClosed();
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        throw refused("abort(…)");
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return connection.getTransactionIsolation();
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        if (level != connection.getTransactionIsolation()) {
            throw refused("setTransactionIsolation(…)");
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        if (readOnly) {
            throw refused("setReadOnly(true)");
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    private SQLException refused(String method) {
        return new SQLException("Connection." + method + " is refused: the connection belongs to the transaction of change "
                + changeId + "; the extension commits it when the change returns, rolls it back when the change throws, and"
                + " closes it. Leave the call out, or declare the change with transactional = false");
    }
}
