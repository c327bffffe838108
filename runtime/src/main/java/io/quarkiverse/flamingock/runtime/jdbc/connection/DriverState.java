package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings;

/**
 * What a driver {@linkplain SessionSettings#driverKnowsOpen knows} of the transaction of its session, without a question.
 */
public final class DriverState {

    private static final String IN_TRANSACTION = "25001";

    private DriverState() {
    }

    /**
     * @param physical the connection of the driver
     * @return whether a transaction is open, whoever has begun it, by whatever statement
     */
    public static boolean isOpen(Connection physical) throws SQLException {
        try {
            physical.setReadOnly(physical.isReadOnly());
            return false;
        } catch (SQLException e) {
            if (IN_TRANSACTION.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }
}
