package io.quarkiverse.flamingock.runtime.jdbc.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;
import javax.sql.XADataSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;

/**
 * What the pool does with its connections.
 *
 * @param initialSql what it sends to a new connection, after a semicolon; empty where it sends nothing
 * @param intercepted whether someone else sees new connections, and may do something with them
 * @param dropsClosed whether it notices that a connection was closed behind its back
 * @param autoCommit whether its connections are in autocommit where no transaction wants them
 * @param twoPhase whether its connections take part in transactions with two phases
 * @param known whether it is a pool whose ways are known
 */
record Pool(String initialSql, boolean intercepted, boolean dropsClosed, boolean autoCommit, boolean twoPhase,
        boolean known) {

    static Pool of(DataSource dataSource) {
        if (!(dataSource instanceof AgroalDataSource agroal)) {
            return new Pool("", false, false, true, false, false);
        }
        AgroalConnectionPoolConfiguration configuration = agroal.getConfiguration().connectionPoolConfiguration();
        String initialSql = configuration.connectionFactoryConfiguration().initialSql();
        Class<?> provider = configuration.connectionFactoryConfiguration().connectionProviderClass();
        ExceptionSorter sorter = configuration.exceptionSorter();
        return new Pool(initialSql == null || initialSql.isBlank() ? "" : ";" + initialSql, intercepted(agroal),
                sorter != null && sorter.isFatal(new SQLException("closed", "08003")),
                configuration.connectionFactoryConfiguration().autoCommit(),
                provider != null && XADataSource.class.isAssignableFrom(provider), true);
    }

    private static boolean intercepted(AgroalDataSource dataSource) {
        try {
            return !dataSource.getPoolInterceptors().isEmpty();
        } catch (NullPointerException e) {
            // So it answers when none was ever set.
            return false;
        }
    }

    /**
     * Sees to it that a connection that takes part in a transaction is closed when the transaction gives it back.
     *
     * @param pooled of the pool, still taking part
     * @return whether the pool has understood
     */
    boolean dropWithTransaction(Connection pooled) {
        if (!known) {
            return false;
        }
        try {
            // The pool refuses it, and does not use such a connection again.
            pooled.rollback();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    /**
     * Closes a connection that takes part in no transaction, so that the pool drops it when it is given back.
     *
     * @param pooled of the pool
     * @param physical the driver's, still open afterwards where the pool would not notice
     */
    void drop(Connection pooled, Connection physical) throws SQLException {
        if (!dropsClosed) {
            return;
        }
        physical.close();
        if (!physical.isClosed()) {
            // That of a driver with two-phase transactions leaves it to the pool.
            physical.abort(Runnable::run);
        }
        // Drivers differ in what they refuse then; one error is enough.
        try (Statement statement = pooled.createStatement()) {
            pooled.getWarnings();
        } catch (SQLException e) {
            // So that the pool knows.
        }
    }
}
