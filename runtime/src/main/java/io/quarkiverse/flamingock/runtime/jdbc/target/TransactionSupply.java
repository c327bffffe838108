package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.runtime.jdbc.guard.GuardedConnection;
import io.quarkiverse.flamingock.runtime.jdbc.guard.GuardedDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What a change is given that runs in a transaction.
 *
 * @param dataSource the datasource of the target system
 * @param connection takes part in the transaction
 * @param changeId the id of the change
 * @param watch sees the statements
 * @param definitionsCommit whether definitions commit the transaction, so that a rollback of it takes none back
 * @param dependencies what was added to the target system
 */
record TransactionSupply(DataSource dataSource, Connection connection, String changeId, Watch watch, boolean definitionsCommit,
        Supply dependencies)
        implements
            Supply {

    @Override
    public Object find(Class<?> type, String name) {
        if (!watches(type, name)) {
            return dependencies.find(type, name);
        }
        return type == Connection.class ? new GuardedConnection(connection, changeId, false, watch)
                : new GuardedDataSource(dataSource, connection, changeId, watch);
    }

    @Override
    public boolean unsafeToTakeBack() {
        return definitionsCommit && watch.definitionRefused();
    }

    @Override
    public boolean watches(Class<?> type, String name) {
        return name == null && (type == Connection.class || type == DataSource.class);
    }
}
