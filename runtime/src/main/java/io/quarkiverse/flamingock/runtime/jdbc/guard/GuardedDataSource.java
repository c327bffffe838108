package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * A datasource whose connections are all the one of a change's transaction.
 *
 * @param dataSource the datasource of the target system
 * @param connection takes part in the transaction
 * @param changeId the id of the change
 * @param watch sees the statements
 */
public record GuardedDataSource(DataSource dataSource, Connection connection, String changeId, Watch watch)
        implements
            WatchedDataSource {

    @Override
    public Connection getConnection() {
        return new GuardedConnection(connection, changeId, true, watch);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("DataSource.getConnection(user, password) is refused: another user's connection would not take"
                + " part in the transaction of change " + changeId + ". Call getConnection(), or declare the change with"
                + " transactional = false");
    }
}
