package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backends;
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
import io.quarkiverse.flamingock.runtime.text.Sentence;
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
        OwnTransaction transaction;
        Suspension caller = Suspension.NONE;
        try {
            tables = database.tables();
            caller = Suspension.of(transactionManager);
            transaction = OwnTransaction.begin(transactionManager, settings.transactionTimeout(),
                    execution.changeId());
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

    private Outcome run(Work work, TableNames tables, OwnTransaction transaction) {
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
            if (!markers.begin(connection, tables, fence.target(), execution, backend)) {
                transaction.rollback();
                return Outcome.lockLost(fence.lost(execution.token()));
            }
            begun = true;
            work.run(new TransactionSupply(database.dataSource(), connection, execution.changeId(), watch,
                    tables.dialect().commitsDdlImplicitly(), dependencies));
            transaction.checkStillActive(settings.transactionTimeout());
            finish(markers, connection, tables, loan.rights());
        } catch (OtherMarkerException e) {
            transaction.rollback();
            return Outcome.otherMarker(e);
        } catch (Exception | LinkageError | AssertionError e) {
            boolean ended = transaction.isEndedByOthers();
            boolean broken = watch.broken() || BrokenConnection.causes(e);
            Throwable kept = ended || broken ? null : keptRows(tables.dialect(), e);
            if (broken && loan != null) {
                loan.spoil();
            }
            transaction.rollback();
            if (broken && begun && !database.backends().end(backend, settings.fenceTimeout(), Backends.OF_A_CHANGE)) {
                return Outcome.unknown(new SQLException("The connection of change " + execution.changeId()
                        + " to target system "
                        + fence.target() + " broke: " + Sentence.unended(e.getMessage())
                        + ". What was sent last may still be at work at the"
                        + " database, whose session could not be ended", e));
            }
            if (kept != null) {
                return Outcome.partlyApplied(kept);
            }
            return ended && !transaction.isUndone() ? proof.committed(e) : proof.afterRollback(e);
        } catch (Throwable t) {
            transaction.rollback();
            throw t;
        }
        try {
            transaction.commit();
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
                    : new SQLException(Sentence.unended(error.getMessage())
                            + ". The transaction was undone, but the database says: " + kept
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
}
