package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * A datasource for a change, whose connections are watched.
 */
interface WatchedDataSource extends DataSource {

    /** The datasource of the target system. */
    DataSource dataSource();

    /** Sees the statements. */
    Watch watch();

    @Override
    default PrintWriter getLogWriter() throws SQLException {
        return dataSource().getLogWriter();
    }

    @Override
    default void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("The log writer of a datasource is not for changes to set");
    }

    @Override
    default void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login timeout of a datasource is not for changes to set");
    }

    @Override
    default int getLoginTimeout() throws SQLException {
        return dataSource().getLoginTimeout();
    }

    @Override
    default Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource().getParentLogger();
    }

    @Override
    default <T> T unwrap(Class<T> iface) throws SQLException {
        watch().unseen();
        return dataSource().unwrap(iface);
    }

    @Override
    default boolean isWrapperFor(Class<?> iface) throws SQLException {
        return dataSource().isWrapperFor(iface);
    }
}
