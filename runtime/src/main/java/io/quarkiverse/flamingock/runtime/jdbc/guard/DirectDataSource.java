package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * A datasource for a change without a transaction.
 *
 * @param dataSource the datasource of the target system
 * @param connections gives its connections
 * @param watch sees the statements
 */
public record DirectDataSource(DataSource dataSource, Connections connections, Watch watch) implements WatchedDataSource {

    /** Gives connections, and keeps an eye on them until the change has ended. */
    public interface Connections {

        /**
         * @param source gives one of the datasource
         * @return what the change gets
         */
        Connection given(Source source) throws SQLException;

        /**
         * @param connection what the change had, and has closed
         */
        void giveBack(Connection connection) throws SQLException;
    }

    /** Gives a connection of a datasource. */
    @FunctionalInterface
    public interface Source {

        /**
         * @return a connection
         */
        Connection open() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections.given(dataSource::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connections.given(() -> dataSource.getConnection(username, password));
    }
}
