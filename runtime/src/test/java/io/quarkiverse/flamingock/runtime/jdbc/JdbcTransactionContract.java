package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.Execution;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.TargetSystem;

/**
 * What a change's transaction does on every relational database: how it ends, who may end it, and what is proven then.
 */
abstract class JdbcTransactionContract extends JdbcTargetSystemContract {

    JdbcTransactionContract(TestDatabase database) {
        super(database);
    }

    @Test
    void isJoinedByBeansOfTheApplication() throws Exception {
        TargetSystem target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            try (Connection ofABean = pool().getConnection()) {
                insert(ofABean, "one");
            }
            throw new IllegalStateException("wrong");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void needsOneConnectionOnly() throws Exception {
        DataSource single = database.pool(1);
        TargetSystem target = fenced(target(single));
        assertThat(target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            try (Connection ofABean = single.getConnection()) {
                insert(ofABean, "two");
            }
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target.execute(execution("b", 1), supply -> {
            throw new IllegalStateException("wrong");
        }).kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(target.execute(new Execution("shop", "c", "sum", 1, false), supply -> effect(supply, "three")))
                .isEqualTo(Outcome.APPLIED);
        assertThat(target.fence(2, "shop").byChangeId()).containsOnlyKeys("a");
        assertThat(effects()).containsExactly("one", "two", "three");
    }

    @Test
    void leavesTheTransactionOfTheCallerAlone() throws Exception {
        TargetSystem target = target();
        transactionManager.begin();
        Transaction caller = transactionManager.getTransaction();
        target.fence(1, "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
            assertThat(transactionManager.getTransaction()).isNotNull().isNotEqualTo(caller);
            effect(supply, "one");
        })).isEqualTo(Outcome.APPLIED);
        target.execute(new Execution("shop", "b", "sum", 1, false), supply -> {
            assertThat(transactionManager.getTransaction()).isNull();
            effect(supply, "two");
        });
        assertThat(transactionManager.getTransaction()).isEqualTo(caller);
        transactionManager.rollback();
        assertThat(effects()).containsExactly("one", "two");
    }

    @Test
    void refusesToEndTheTransactionThroughItsConnection() throws Exception {
        TargetSystem target = fenced(target());
        assertThat(target.execute(execution("a", 1), supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            effect(supply, "one");
            assertRefused("commit()", connection::commit);
            assertRefused("rollback()", connection::rollback);
            assertRefused("close()", connection::close);
            assertRefused("setAutoCommit(true)", () -> connection.setAutoCommit(true));
            assertRefused("abort(…)", () -> connection.abort(Runnable::run));
            assertRefused("setReadOnly(true)", () -> connection.setReadOnly(true));
            assertRefused("setTransactionIsolation(…)",
                    () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            connection.setAutoCommit(false);
            connection.setReadOnly(false);
            connection.setTransactionIsolation(connection.getTransactionIsolation());
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
        })).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    private static void assertRefused(String method, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(SQLException.class).hasMessage("Connection." + method + " is refused: the"
                + " connection belongs to the transaction of change a; the extension commits it when the change returns, rolls it"
                + " back when the change throws, and closes it. Leave the call out, or declare the change with"
                + " transactional = false");
    }

    @Test
    void allowsSavepoints() throws Exception {
        TargetSystem target = fenced(target());
        assertThat(target.execute(execution("a", 1), supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            insert(connection, "one");
            Savepoint savepoint = connection.setSavepoint();
            insert(connection, "two");
            connection.rollback(savepoint);
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
        })).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void suppliesADataSourceOfTheTransaction() throws Exception {
        TargetSystem target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            DataSource dataSource = (DataSource) supply.find(DataSource.class, null);
            try (Connection connection = dataSource.getConnection()) {
                insert(connection, "one");
                connection.close();
                assertThat(connection.isClosed()).isTrue();
            }
            try (Connection connection = dataSource.getConnection()) {
                assertRefused("commit()", connection::commit);
                insert(connection, "two");
            }
            assertThatThrownBy(() -> dataSource.getConnection("duke", "secret")).isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("DataSource.getConnection(user, password) is refused: ")
                    .hasMessageContaining("the transaction of change a").hasMessageNotContaining("secret");
            throw new IllegalStateException("wrong");
        });
        assertThat(outcome.error()).hasMessage("wrong");
        assertThat(effects()).isEmpty();
    }

    @Test
    void suppliesWhatWasAdded() {
        JdbcTargetSystem target = target(pool()).addDependency("a dependency").addDependency("greeting", "hello")
                .setProperty("partitions", 12).with(SETTINGS);
        assertThat(target.supplies(Connection.class, null)).isTrue();
        assertThat(target.supplies(DataSource.class, null)).isTrue();
        assertThat(target.supplies(Connection.class, "name")).isFalse();
        assertThat(target.supplies(CharSequence.class, null)).isTrue();
        assertThat(target.supplies(Integer.class, "partitions")).isTrue();
        assertThat(target.supplies(Integer.class, null)).isFalse();
        fenced(target);
        for (boolean transactional : new boolean[] { true, false }) {
            assertThat(target.execute(new Execution("shop", "a", "sum-1", 1, transactional), supply -> {
                assertThat(supply.find(String.class, null)).isEqualTo("a dependency");
                assertThat(supply.find(String.class, "greeting")).isEqualTo("hello");
                assertThat(supply.find(Integer.class, "partitions")).isEqualTo(12);
                assertThat(supply.find(Integer.class, "other")).isNull();
            })).isEqualTo(Outcome.APPLIED);
        }
    }

    @Test
    void saysThatABeanMarkedItForRollback() throws Exception {
        Outcome outcome = fenced(target()).execute(execution("a", 1), supply -> {
            effect(supply, "one");
            transactionManager.setRollbackOnly();
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessage("Nothing of change a was kept, although it returned without an error: its"
                + " transaction was marked for rollback. Either a transactional bean that it called threw an exception and the"
                + " change caught it, or it ran longer than quarkus.flamingock.transaction-timeout (PT5M)");
        assertThat(effects()).isEmpty();
    }

    @Test
    void isRolledBackWhenItRunsTooLong() throws Exception {
        JdbcTargetSystem target = target(pool()).with(new JdbcSettings("flamingock_", Duration.ofSeconds(1),
                Duration.ofSeconds(30)));
        target.fence(1, "shop");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            while (transactionManager.getStatus() == Status.STATUS_ACTIVE) {
                Thread.onSpinWait();
            }
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining("quarkus.flamingock.transaction-timeout (PT1S)");
        assertThat(effects()).isEmpty();
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void saysThatTheChangeEndedItsTransaction() throws Exception {
        TargetSystem target = fenced(target());
        for (boolean another : new boolean[] { true, false }) {
            Outcome outcome = target.execute(execution("a", 1), supply -> {
                effect(supply, "one");
                transactionManager.commit();
                if (another) {
                    transactionManager.begin();
                }
            });
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
            assertThat(outcome.error()).hasMessageStartingWith("Change a ended the transaction that it ran in")
                    .hasMessageEndingWith("or declare the change with transactional = false");
            assertThat(transactionManager.getTransaction()).isNull();
        }
        assertThat(effects()).containsExactly("one", "one");
    }

    @Test
    void needsADataSourceThatTakesPart() throws Exception {
        TargetSystem target = fenced(target(database.dataSource()));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("The datasource of target system inventory takes no part in JTA transactions")
                .hasMessageContaining("quarkus.datasource.jdbc.transactions");
        assertThat(effects()).isEmpty();
    }

    @Test
    void provesACommitWhoseAnswerWasLost() throws Exception {
        TargetSystem target = fenced(withCommit(delegate -> {
            delegate.commit();
            throw new RollbackException("the answer was lost");
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void provesThatACommitFailed() throws Exception {
        TargetSystem target = fenced(withCommit(delegate -> {
            delegate.rollback();
            throw new RollbackException("refused");
        }));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessage("refused");
        assertThat(effects()).isEmpty();
    }

    @Test
    void waitsForACommitInFlight() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        TargetSystem target = fenced(withCommit(delegate -> {
            Transaction transaction = delegate.suspend();
            CompletableFuture.runAsync(() -> {
                try {
                    answered.await();
                    delegate.resume(transaction);
                    Thread.sleep(300);
                    delegate.commit();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            answered.countDown();
            throw new RollbackException("the answer was lost");
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void saysThatNothingCanBeProven() throws Exception {
        TargetSystem target = fenced(withCommit(delegate -> {
            delegate.commit();
            database.execute("DROP TABLE \"flamingock_marker\"");
            throw new RollbackException("the answer was lost");
        }));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(outcome.error()).hasMessage("the answer was lost");
        assertThat(outcome.error().getSuppressed()).singleElement().asString().contains("flamingock_marker");
    }

    @Test
    void provesAnythingBehindANewerHolder() throws Exception {
        TargetSystem target = fenced(withCommit(delegate -> {
            delegate.commit();
            target().fence(2, "shop");
            throw new RollbackException("the answer was lost");
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void blocksTheFenceFromItsLastStatementToItsCommit() throws Exception {
        CompletableFuture<Markers> next = new CompletableFuture<>();
        TargetSystem old = fenced(withCommit(delegate -> {
            next.completeAsync(() -> target().fence(2, "shop"));
            Thread.sleep(500);
            assertThat(next).isNotDone();
            delegate.commit();
        }));
        assertThat(old.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(next.get().of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void givesUpOnATransactionThatDoesNotEnd() throws Exception {
        target().fence(1, "shop");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE \"flamingock_fence\" SET token = token");
            JdbcTargetSystem next = target(pool()).with(new JdbcSettings("flamingock_", Duration.ofMinutes(1),
                    Duration.ofSeconds(1)));
            assertThatThrownBy(() -> next.fence(2, "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageStartingWith("Target system inventory could not be taken over: after 1000 ms another transaction"
                            + " still holds the row 'inventory' of ")
                    .hasMessageContaining("flamingock_fence").hasMessageContaining("end it with");
            connection.rollback();
            assertThat(next.fence(2, "shop")).isEqualTo(Markers.NONE);
        }
    }

    @Test
    void saysWhyItCantBePrepared() {
        TransactionManager manager = TestDatabase.transactionManager();
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://localhost:1/nowhere");
        JdbcTargetSystem target = JdbcTargetSystem.of("inventory", nowhere, manager);
        assertThatThrownBy(() -> target.fence(1, "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Target system inventory could not be prepared for changes: ")
                .hasMessageEndingWith("Check that the database can be reached and is writable, and that its user may create the"
                        + " tables flamingock_fence and flamingock_marker or, where an administrator created them, SELECT, INSERT"
                        + " and UPDATE them");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageStartingWith(
                "No transaction could be started for change a on target system inventory: ");
        Outcome direct = target.execute(new Execution("shop", "a", "sum", 1, false), supply -> effect(supply, "one"));
        assertThat(direct.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(direct.error()).hasMessageStartingWith("Target system inventory gave no connection to change a: ");
    }

    @Test
    void explainsANewerToken() {
        target().fence(17, "shop");
        assertThatThrownBy(() -> target().fence(5, "shop"))
                .hasMessageStartingWith("Target system inventory has seen token 17 in ")
                .hasMessageContaining("which is newer than 5: another instance took over. If there is none, the audit store was"
                        + " reset or restored: set the token of 'inventory' in the table flamingock_lock of the audit store to at"
                        + " least 17 and start again");
    }

    @Test
    void undoesWhatADirectChangeLeavesOpen() throws Exception {
        TargetSystem target = fenced(target());
        Execution direct = new Execution("shop", "a", "sum", 1, false);
        Outcome outcome = target.execute(direct, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            assertThat(connection.getAutoCommit()).isTrue();
            insert(connection, "one");
            connection.setAutoCommit(false);
            insert(connection, "two");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(outcome.error()).hasMessage("Change a left autocommit off; what it had not committed was rolled back. Call"
                + " commit() and setAutoCommit(true) at its end, or declare it with transactional = true");
        assertThat(target.execute(direct, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            connection.setAutoCommit(false);
            insert(connection, "three");
            connection.commit();
            connection.setAutoCommit(true);
            try (Connection another = ((DataSource) supply.find(DataSource.class, null)).getConnection()) {
                insert(another, "four");
            }
            connection.close();
        })).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one", "three", "four");
    }

    private JdbcTargetSystem withCommit(FaultyTransactionManager.Commit commit) {
        return JdbcTargetSystem.of("inventory", pool(), new FaultyTransactionManager(commit)).with(SETTINGS);
    }

    private static <T extends TargetSystem> T fenced(T target) {
        target.fence(1, "shop");
        return target;
    }
}
