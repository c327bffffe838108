package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.fence.Fence;
import io.quarkiverse.flamingock.runtime.jdbc.guard.DirectDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Lender;
import io.quarkiverse.flamingock.runtime.jta.Suspension;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One execution of a change with {@code transactional = false}: for statements that refuse to run in a transaction. Every
 * statement commits by itself, unless the change switches autocommit off, commits, and switches it on again.
 */
final class DirectExecution implements Supply {

    private final Database database;
    private final Lender lender;
    private final TransactionManager transactionManager;
    private final Supply dependencies;
    private final Fence fence;
    private final ChangeCall execution;
    private final Duration patience;
    private Watch watch;
    private DirectConnections connections;
    private Connection connection;
    private RuntimeException refusal;
    private IllegalStateException leftOpen;

    DirectExecution(Database database, Lender lender, TransactionManager transactionManager, Supply dependencies, Fence fence,
            ChangeCall execution, Duration patience) {
        this.patience = patience;
        this.database = database;
        this.lender = lender;
        this.transactionManager = transactionManager;
        this.dependencies = dependencies;
        this.fence = fence;
        this.execution = execution;
    }

    Outcome run(Work work) {
        Suspension caller = Suspension.NONE;
        try {
            watch = new Watch(dialect());
            connections = new DirectConnections(database, lender, transactionManager, fence, execution, watch);
            caller = Suspension.of(transactionManager);
            work.run(this);
            complete();
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            return judged(e);
        } finally {
            close();
            caller.end();
        }
    }

    /** Parameters come first: without a connection the code was never called. */
    private Outcome judged(Throwable error) {
        if (watch == null || error == refusal) {
            return Outcome.notApplied(error);
        }
        close();
        if (connections.lost() != null) {
            // What took effect before is for the newer holder to settle.
            return Outcome.lockLost(connections.lost());
        }
        if (connections.leftOpen() && error != leftOpen) {
            error.addSuppressed(leftOpen());
        }
        if ((watch.broken() || connections.stillOpen()) && !connections.ended(patience)) {
            return Outcome.unknown(new SQLException(watch.broken()
                    ? "A connection of change " + execution.changeId() + " to target system " + fence.target() + " broke: "
                            + Sentence.unended(error.getMessage())
                            + ". What was sent last may still be at work at the database, whose session"
                            + " could not be ended"
                    : Sentence.unended(error.getMessage()) + ". The session of target system " + fence.target()
                            + " that it had could not be ended, so"
                            + " that the transaction may still be open",
                    error));
        }
        String leftBehind = null;
        boolean rowsMayRemain = false;
        try (Session session = database.open()) {
            leftBehind = leftBehind(session);
            rowsMayRemain = watch.rowsRefused() && KeptRows.possible(session);
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        Throwable explained = leftBehind == null ? error
                : new SQLException(Sentence.unended(error.getMessage()) + ". " + leftBehind, error);
        if (watch.leftPrepared() || connections.leftOpen() && watch.seen() == Watch.Seen.EFFECT) {
            // Whether its effects come is not decided yet; or some of what was seen was undone, and nobody knows which.
            return Outcome.unproven(explained);
        }
        return switch (watch.seen()) {
            case EFFECT -> Outcome.partlyApplied(explained);
            case PERHAPS -> leftBehind == null ? Outcome.unproven(explained) : Outcome.partlyApplied(explained);
            case REFUSED -> rowsMayRemain ? Outcome.unproven(explained) : Outcome.refused(explained);
            case NOTHING -> Outcome.nothingSent(explained);
        };
    }

    /** What a failed statement may have left, as a sentence; null where there is nothing to say. */
    private static String leftBehind(Session session) throws SQLException {
        String query = session.dialect().findLeftBehind();
        if (query == null) {
            return null;
        }
        try (PreparedStatement select = session.prepare(query); ResultSet row = select.executeQuery()) {
            row.next();
            String found = row.getString(1);
            return found == null ? null : session.dialect().explainLeftBehind(found);
        }
    }

    @Override
    public Object find(Class<?> type, String name) {
        if (name == null && type == Connection.class) {
            return connection();
        }
        if (name == null && type == DataSource.class) {
            return new DirectDataSource(database.dataSource(), connections, watch);
        }
        return dependencies.find(type, name);
    }

    @Override
    public boolean watches(Class<?> type, String name) {
        return name == null && (type == Connection.class || type == DataSource.class);
    }

    @Override
    public void complete() {
        close();
        if (watch.leftPrepared()) {
            throw new IllegalStateException("Change " + execution.changeId() + " left a prepared transaction at target system "
                    + fence.target()
                    + ": it keeps its locks until somebody commits it or rolls it back by its name. Do that, and let the"
                    + " change end what it prepares");
        }
        if (connections.leftOpen()) {
            throw leftOpen();
        }
    }

    private Dialect dialect() {
        try {
            return database.tables().dialect();
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private Connection connection() {
        try {
            if (connection == null) {
                connection = connections.open();
            }
            return connection;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private RuntimeException refusal(SQLException e) {
        refusal = new TargetSystemUnavailableException("Target system " + fence.target() + " gave no connection to change "
                + execution.changeId() + ": " + Sentence.unended(e.getMessage())
                + ". Check that the database can be reached and that the"
                + " connection pool is large enough", e);
        return refusal;
    }

    private IllegalStateException leftOpen() {
        leftOpen = new IllegalStateException("Change " + execution.changeId() + " left a transaction open on a connection to"
                + " target system " + fence.target() + ", or autocommit off"
                + (connections.stillOpen() ? "" : "; what it had not committed was rolled back")
                + ". Let it commit what it begins, and switch autocommit on again, or declare it with transactional = true");
        return leftOpen;
    }

    private void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
