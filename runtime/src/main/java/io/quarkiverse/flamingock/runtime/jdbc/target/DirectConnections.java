package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectConnection;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;

/**
 * The connections of one change without a transaction. All of them go back to the pool when it has ended, whatever became of
 * them: a handle that is not closed is a connection less for the application.
 */
final class DirectConnections implements DirectDataSource.Connections {

    private final Database database;
    private final Watch watch;
    private final List<Connection> given = new ArrayList<>();
    private final List<Backend> backends = new ArrayList<>();

    DirectConnections(Database database, Watch watch) {
        this.database = database;
        this.watch = watch;
    }

    /** One in autocommit. */
    DirectConnection open() throws SQLException {
        return given(database.dataSource().getConnection());
    }

    @Override
    public synchronized DirectConnection given(Connection connection) throws SQLException {
        given.add(connection);
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        backends.add(database.backends().of(connection));
        return new DirectConnection(connection, watch);
    }

    /** Whether one is open with autocommit off; what it has not committed is rolled back then. */
    synchronized boolean rolledBackWhatWasOpen() throws SQLException {
        boolean open = false;
        for (Connection connection : given) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                open = true;
            }
        }
        return open;
    }

    synchronized void close() {
        for (Connection connection : given) {
            try (connection) {
                if (!connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                // What the change did is decided already; the pool gets rid of the connection.
            }
        }
        given.clear();
    }

    /**
     * @param patience how long to wait
     * @return whether nothing that was sent through a connection can take effect any more
     */
    synchronized boolean ended(Duration patience) {
        for (Backend backend : backends) {
            if (!database.backends().end(backend, patience)) {
                return false;
            }
        }
        return true;
    }
}
