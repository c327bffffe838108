package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * A prepared statement of a change, watched.
 */
final class WatchedPreparedStatement extends DelegatingStreams {

    private final PreparedStatement statement;
    private final String sql;

    /**
     * @param statement sends
     * @param sql what it sends
     * @param connection what the change knows as its connection
     * @param watch sees
     */
    WatchedPreparedStatement(PreparedStatement statement, String sql, Connection connection, Watch watch) {
        super(statement, connection, watch);
        this.statement = statement;
        this.sql = sql;
    }

    @Override
    PreparedStatement statement() {
        return statement;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return query(sql, statement::executeQuery);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return update(sql, statement::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return update(sql, statement::executeLargeUpdate);
    }

    @Override
    public boolean execute() throws SQLException {
        return execute(sql, statement::execute);
    }

    @Override
    public void addBatch() throws SQLException {
        statement.addBatch();
        batched(sql);
    }

    @Override
    public void clearParameters() throws SQLException {
        statement.clearParameters();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return statement.getMetaData();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        return statement.getParameterMetaData();
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
        statement.setUnicodeStream(index, value, length);
    }
}
