package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/**
 * Passes on what has no effect.
 */
abstract class DelegatingStatement implements Statement {

    abstract Statement statement();

    @Override
    public int getMaxFieldSize() throws SQLException {
        return statement().getMaxFieldSize();
    }

    @Override
    public void setMaxFieldSize(int max) throws SQLException {
        statement().setMaxFieldSize(max);
    }

    @Override
    public int getMaxRows() throws SQLException {
        return statement().getMaxRows();
    }

    @Override
    public void setMaxRows(int max) throws SQLException {
        statement().setMaxRows(max);
    }

    @Override
    public void setEscapeProcessing(boolean enable) throws SQLException {
        statement().setEscapeProcessing(enable);
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        return statement().getQueryTimeout();
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        statement().setQueryTimeout(seconds);
    }

    @Override
    public void cancel() throws SQLException {
        statement().cancel();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return statement().getWarnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        statement().clearWarnings();
    }

    @Override
    public void setCursorName(String name) throws SQLException {
        statement().setCursorName(name);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return statement().getResultSet();
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return statement().getUpdateCount();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return statement().getMoreResults();
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        statement().setFetchDirection(direction);
    }

    @Override
    public int getFetchDirection() throws SQLException {
        return statement().getFetchDirection();
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        statement().setFetchSize(rows);
    }

    @Override
    public int getFetchSize() throws SQLException {
        return statement().getFetchSize();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        return statement().getResultSetConcurrency();
    }

    @Override
    public int getResultSetType() throws SQLException {
        return statement().getResultSetType();
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        return statement().getMoreResults(current);
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        return statement().getGeneratedKeys();
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        return statement().getResultSetHoldability();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return statement().isClosed();
    }

    @Override
    public void setPoolable(boolean poolable) throws SQLException {
        statement().setPoolable(poolable);
    }

    @Override
    public boolean isPoolable() throws SQLException {
        return statement().isPoolable();
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        statement().closeOnCompletion();
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        return statement().isCloseOnCompletion();
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        return statement().getLargeUpdateCount();
    }

    @Override
    public void setLargeMaxRows(long max) throws SQLException {
        statement().setLargeMaxRows(max);
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        return statement().getLargeMaxRows();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return statement().isWrapperFor(type);
    }

    @Override
    public void close() throws SQLException {
        statement().close();
    }
}
