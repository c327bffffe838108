package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backends;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.fence.Fence;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectConnection;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Lender;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Loan;
import io.quarkiverse.flamingock.runtime.jta.Suspension;
import io.quarkiverse.flamingock.spi.ChangeCall;

/**
 * The connections of one change without a transaction. All of them go back to the pool when it has ended, whatever became of
 * them: a handle that is not closed is a connection less for the application.
 */
final class DirectConnections implements DirectDataSource.Connections {

    private final Database database;
    private final Lender lender;
    private final TransactionManager transactionManager;
    private final Fence fence;
    private final ChangeCall execution;
    private final Watch watch;
    private final Map<Connection, Given> given = new IdentityHashMap<>();
    private final List<Backend> backends = new ArrayList<>();
    private boolean known = true;
    private LockLostException lost;
    private boolean leftOpen;
    private boolean stillOpen;

    DirectConnections(Database database, Lender lender, TransactionManager transactionManager, Fence fence,
            ChangeCall execution,
            Watch watch) {
        this.database = database;
        this.lender = lender;
        this.transactionManager = transactionManager;
        this.fence = fence;
        this.execution = execution;
        this.watch = watch;
    }

    /**
     * @param handle goes back to the pool
     * @param loan null where something went wrong before the change got it
     */
    private record Given(Connection handle, Loan loan) {
    }

    /** One in autocommit. */
    DirectConnection open() throws SQLException {
        return given(database.dataSource()::getConnection);
    }

    /**
     * In a change over several systems the transaction of the first one is on this thread: what the pool gives would join it,
     * or
     * refuse to be used beside it. So it is asked without, and the code gets what is behind the handle.
     */
    @Override
    public synchronized DirectConnection given(DirectDataSource.Source source) throws SQLException {
        Suspension first = Suspension.of(transactionManager);
        try {
            Connection handle = source.open();
            given.put(handle, new Given(handle, null));
            if (!handle.getAutoCommit()) {
                handle.rollback();
                handle.setAutoCommit(true);
            }
            note(handle);
            Connection connection = first == Suspension.NONE ? handle : handle.unwrap(Connection.class);
            Loan loan = lender.lend(handle, execution.changeId());
            given.remove(handle);
            given.put(connection, new Given(handle, loan));
            return new DirectConnection(connection, watch, this);
        } finally {
            first.end();
        }
    }

    /** Whoever takes over must be able to find what is still at work; and where somebody has, nothing is sent any more. */
    private void note(Connection handle) throws SQLException {
        Backend backend = database.backends().of(handle);
        if (backend == null || backends.contains(backend)) {
            known &= backend != null;
            return;
        }
        backends.add(backend);
        try {
            fence.note(handle, database.tables(), execution, backends);
        } catch (LockLostException e) {
            lost = e;
            throw e;
        }
    }

    /** How the loss of the lock was noticed; null where it was not. */
    synchronized LockLostException lost() {
        return lost;
    }

    @Override
    public synchronized void giveBack(Connection connection) throws SQLException {
        Given lent = given.remove(connection);
        if (lent == null) {
            return;
        }
        Suspension first = Suspension.of(transactionManager);
        try {
            if (lent.loan() == null) {
                lent.handle().close();
                return;
            }
            if (watch.broken()) {
                lent.loan().spoil();
            } else {
                noteOpen(lent.loan().undoOpen());
            }
            lent.loan().end();
        } finally {
            first.end();
        }
    }

    private void noteAutoCommit(Connection connection) {
        try {
            if (connection.isClosed() || connection.getAutoCommit()) {
                return;
            }
        } catch (SQLException e) {
            // Its state is seen when it is given back.
            return;
        }
        leftOpen = true;
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            stillOpen = true;
        }
    }

    private void noteOpen(Loan.Open found) {
        leftOpen |= found != Loan.Open.NOTHING;
        stillOpen |= found == Loan.Open.STILL_OPEN;
    }

    /**
     * Whether the change has left something open on one of them, even if it has closed it since: a transaction, or, where it
     * has not closed it, autocommit off. To be asked when they are {@linkplain #close closed}.
     */
    synchronized boolean leftOpen() {
        return leftOpen;
    }

    /** Whether that could not be rolled back, so that only the end of its session undoes it. */
    synchronized boolean stillOpen() {
        return stillOpen;
    }

    /** Gives all of them back; what was not committed is rolled back. */
    synchronized void close() {
        for (Connection connection : List.copyOf(given.keySet())) {
            noteAutoCommit(connection);
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
            if (!database.backends().end(backend, patience, Backends.OF_A_CHANGE)) {
                return false;
            }
        }
        return known;
    }
}
