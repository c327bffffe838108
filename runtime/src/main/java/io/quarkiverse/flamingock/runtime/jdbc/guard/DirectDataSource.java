package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * A datasource for a change without a transaction.
 *
 * @param dataSource the datasource of the target system
 * @param watch sees the statements
 */
public record DirectDataSource(DataSource dataSource, Watch watch) implements WatchedDataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return new DirectConnection(dataSource.getConnection(), watch);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return new DirectConnection(dataSource.getConnection(username, password), watch);
    }
}
