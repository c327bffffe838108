package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectConnection;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Lender;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Loan;

/**
 * The connections of one change without a transaction. All of them go back to the pool when it has ended, whatever became of
 * them: a handle that is not closed is a connection less for the application.
 */
final class DirectConnections implements DirectDataSource.Connections {

    private final Database database;
    private final Lender lender;
    private final String changeId;
    private final Watch watch;
    /** Null where something went wrong before the change got it. */
    private final Map<Connection, Loan> given = new IdentityHashMap<>();
    private final List<Backend> backends = new ArrayList<>();

    DirectConnections(Database database, Lender lender, String changeId, Watch watch) {
        this.database = database;
        this.lender = lender;
        this.changeId = changeId;
        this.watch = watch;
    }

    /** One in autocommit. */
    DirectConnection open() throws SQLException {
        return given(database.dataSource().getConnection());
    }

    @Override
    public synchronized DirectConnection given(Connection connection) throws SQLException {
        given.put(connection, null);
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        backends.add(database.backends().of(connection));
        given.put(connection, lender.lend(connection, changeId));
        return new DirectConnection(connection, watch, this);
    }

    @Override
    public synchronized void giveBack(Connection connection) throws SQLException {
        Loan loan = given.remove(connection);
        if (loan == null) {
            connection.close();
            return;
        }
        if (watch.broken()) {
            loan.spoil();
        }
        loan.end();
    }

    /** Whether one is open with autocommit off; what it has not committed is rolled back then. */
    synchronized boolean rolledBackWhatWasOpen() throws SQLException {
        boolean open = false;
        for (Connection connection : given.keySet()) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                open = true;
            }
        }
        return open;
    }

    synchronized void close() {
        for (Connection connection : List.copyOf(given.keySet())) {
            try {
                if (!connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException e) {
                // What the change did is decided already; the pool gets rid of the connection.
            }
            try {
                giveBack(connection);
            } catch (SQLException e) {
                // The same.
            }
        }
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
