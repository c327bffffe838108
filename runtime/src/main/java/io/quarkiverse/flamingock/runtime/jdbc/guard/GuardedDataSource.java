package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * A datasource whose connections are all the one of a change's transaction.
 *
 * @param dataSource the datasource of the target system
 * @param connection takes part in the transaction
 * @param changeId the id of the change
 */
public record GuardedDataSource(DataSource dataSource, Connection connection, String changeId) implements DataSource {

    @Override
    public Connection getConnection() {
        return new GuardedConnection(connection, changeId, true);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("DataSource.getConnection(user, password) is refused: another user's connection would not take"
                + " part in the transaction of change " + changeId + ". Call getConnection(), or declare the change with"
                + " transactional = false");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("The log writer of a datasource is not for changes to set");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login timeout of a datasource is not for changes to set");
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        return dataSource.unwrap(iface);
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) throws SQLException {
        return dataSource.isWrapperFor(iface);
    }
}
