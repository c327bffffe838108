package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.fence.Fence;
import io.quarkiverse.flamingock.runtime.jdbc.fence.MarkerWriter;
import io.quarkiverse.flamingock.runtime.jdbc.guard.BrokenConnection;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Lender;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Loan;
import io.quarkiverse.flamingock.runtime.jta.Suspension;
import io.quarkiverse.flamingock.runtime.redact.Redaction;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.OtherMarkerException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One execution of a change in a JTA transaction of its own, with its marker. It uses one connection at a time, so that a
 * pool of one is enough.
 */
final class JdbcTransaction {

    private static final Logger LOG = Logger.getLogger(JdbcTransaction.class);

    private static final String READ_ONLY = "25006";

    private final Database database;
    private final Lender lender;
    private final TransactionManager transactionManager;
    private final Fence fence;
    private final JdbcSettings settings;
    private final Supply dependencies;
    private final ChangeCall execution;
    private final AtomicBoolean takesPart;

    /**
     * @param takesPart whether a commit has proven already that connections of the datasource take part in transactions
     */
    JdbcTransaction(Database database, Lender lender, TransactionManager transactionManager, Fence fence, JdbcSettings settings,
            Dependencies dependencies, ChangeCall execution, AtomicBoolean takesPart) {
        this.database = database;
        this.lender = lender;
        this.transactionManager = transactionManager;
        this.fence = fence;
        this.settings = settings;
        this.dependencies = dependencies;
        this.execution = execution;
        this.takesPart = takesPart;
    }

    Outcome run(Work work) {
        TableNames tables;
        Transaction transaction;
        Suspension caller = Suspension.NONE;
        try {
            tables = database.tables();
            caller = Suspension.of(transactionManager);
            transaction = begin();
        } catch (Exception e) {
            caller.end();
            return Outcome.notApplied(new TargetSystemUnavailableException("No transaction could be started for change "
                    + execution.changeId() + " on target system " + fence.target() + ": " + e.getMessage(), e));
        }
        try {
            return run(work, tables, transaction);
        } finally {
            caller.end();
        }
    }

    private Outcome run(Work work, TableNames tables, Transaction transaction) {
        Watch watch = new Watch(tables.dialect());
        Proof proof = new Proof(database, fence, execution, watch);
        Backend backend = null;
        Loan loan = null;
        boolean begun = false;
        try (Connection connection = open()) {
            loan = lender.lend(connection, execution.changeId());
            loan.endWithTransaction();
            backend = database.backends().of(connection);
            MarkerWriter markers = MarkerWriter.of(tables.dialect());
            if (!markers.begin(connection, tables, fence.target(), execution)) {
                rollback(transaction);
                return Outcome.lockLost(fence.lost(execution.token()));
            }
            begun = true;
            work.run(new TransactionSupply(database.dataSource(), connection, execution.changeId(), watch,
                    tables.dialect().commitsDdlImplicitly(), dependencies));
            checkStillActive(transaction);
            finish(markers, connection, tables, loan.rights());
        } catch (OtherMarkerException e) {
            rollback(transaction);
            return Outcome.otherMarker(e);
        } catch (Exception | LinkageError | AssertionError e) {
            boolean ended = isEndedByOthers(transaction);
            boolean broken = watch.broken() || BrokenConnection.causes(e);
            Throwable kept = ended || broken ? null : keptRows(tables.dialect(), e);
            if (broken && loan != null) {
                loan.spoil();
            }
            rollback(transaction);
            if (broken && begun && !database.backends().end(backend, settings.fenceTimeout())) {
                return Outcome.unknown(new SQLException("The connection of change " + execution.changeId()
                        + " to target system "
                        + fence.target() + " broke: " + e.getMessage() + ". What was sent last may still be at work at the"
                        + " database, whose session could not be ended", e));
            }
            if (kept != null) {
                return Outcome.partlyApplied(kept);
            }
            return ended ? proof.committed(e) : proof.afterRollback(e);
        } catch (Throwable t) {
            rollback(transaction);
            throw t;
        }
        try {
            transactionManager.commit();
        } catch (Exception e) {
            return proof.afterFailedCommit(e);
        }
        if (takesPart.get()) {
            return Outcome.APPLIED;
        }
        Outcome outcome = proof.afterFirstCommit();
        takesPart.set(outcome == Outcome.APPLIED);
        return outcome;
    }

    /** The error, with what the database says of rows that no rollback takes away; null where it says nothing. */
    private Throwable keptRows(Dialect dialect, Throwable error) {
        try (Connection connection = database.dataSource().getConnection()) {
            String kept = KeptRows.afterRollback(connection, dialect);
            return kept == null ? null
                    : new SQLException(error.getMessage() + ". The transaction was undone, but the database says: " + kept
                            + ". Use a storage engine with transactions, or declare the change with transactional = false",
                            error);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The database could not be asked what it kept of change %s: %s", execution.changeId(),
                    Redaction.of(e.toString()));
            return null;
        }
    }

    private void finish(MarkerWriter markers, Connection connection, TableNames tables, List<String> rights)
            throws SQLException {
        boolean newest;
        try {
            newest = markers.finish(connection, tables, fence.target(), execution, rights);
        } catch (SQLException e) {
            throw new SQLException(
                    "Change " + execution.changeId() + " returned without an error, but its transaction could not"
                            + " be completed: " + e.getMessage()
                            + (READ_ONLY.equals(e.getSQLState())
                                    ? ". It said that its transaction only reads: let it leave that out"
                                    : ". Where the change caught the error of a statement and went on, let it"
                                            + " set a savepoint before that statement and roll back to it"),
                    e.getSQLState(), e);
        }
        if (!newest) {
            throw fence.lost(execution.token());
        }
    }

    private Transaction begin() throws Exception {
        transactionManager.setTransactionTimeout((int) Math.min(Integer.MAX_VALUE,
                settings.transactionTimeout().toSeconds()));
        try {
            transactionManager.begin();
            return transactionManager.getTransaction();
        } finally {
            transactionManager.setTransactionTimeout(0);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        if (connection.getAutoCommit()) {
            connection.close();
            throw new TargetSystemUnavailableException("The datasource of target system " + fence.target()
                    + " takes no part in JTA transactions, so change " + execution.changeId() + " can't run in one: set"
                    + " quarkus.datasource.jdbc.transactions (of that datasource) to enabled or xa, or declare the change with"
                    + " transactional = false");
        }
        return connection;
    }

    private void checkStillActive(Transaction transaction) throws SystemException {
        if (isEndedByOthers(transaction)) {
            throw new IllegalStateException("Change " + execution.changeId() + " ended the transaction that it ran in; parts"
                    + " of it may be there and others not. Leave commit and rollback to the extension, or declare the change"
                    + " with transactional = false");
        }
        if (transaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Nothing of change " + execution.changeId() + " was kept, although it returned"
                    + " without an error: its transaction was marked for rollback. Either a transactional bean that it called"
                    + " threw an exception and the change caught it, or it ran longer than"
                    + " quarkus.flamingock.transaction-timeout (" + settings.transactionTimeout() + ")");
        }
    }

    private boolean isEndedByOthers(Transaction transaction) {
        try {
            // One that timed out is rolled back, but still there.
            return !transaction.equals(transactionManager.getTransaction())
                    || transaction.getStatus() == Status.STATUS_COMMITTED;
        } catch (SystemException e) {
            return true;
        }
    }

    private void rollback(Transaction transaction) {
        try {
            Transaction current = transactionManager.getTransaction();
            if (current != null) {
                transactionManager.rollback();
            }
            if (!transaction.equals(current) && transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.rollback();
            }
        } catch (Exception e) {
            // A transaction that can't be rolled back is never committed either.
            LOG.debugf("The transaction of change %s could not be rolled back: %s", execution.changeId(),
                    Redaction.of(e.toString()));
        }
    }
}
