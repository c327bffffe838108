package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

import javax.sql.DataSource;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What a change is handed on every relational database, and what it may not do with it.
 */
abstract class JdbcConnectionContract extends JdbcTargetSystemContract {

    JdbcConnectionContract(TestDatabase database) {
        super(database);
    }

    @Test
    void refusesToEndTheTransactionThroughItsConnection() throws Exception {
        ChangeTarget target = fenced(target());
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
        ChangeTarget target = fenced(target());
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
        ChangeTarget target = fenced(target());
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
            assertThat(target.execute(new ChangeCall("shop", "a", "sum-1", 1, transactional), supply -> {
                assertThat(supply.find(String.class, null)).isEqualTo("a dependency");
                assertThat(supply.find(String.class, "greeting")).isEqualTo("hello");
                assertThat(supply.find(Integer.class, "partitions")).isEqualTo(12);
                assertThat(supply.find(Integer.class, "other")).isNull();
            })).isEqualTo(Outcome.APPLIED);
        }
    }

    @Test
    void undoesWhatADirectChangeLeavesOpen() throws Exception {
        ChangeTarget target = fenced(target());
        ChangeCall direct = new ChangeCall("shop", "a", "sum", 1, false);
        Outcome outcome = target.execute(direct, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            assertThat(connection.getAutoCommit()).isTrue();
            insert(connection, "one");
            connection.setAutoCommit(false);
            insert(connection, "two");
        });
        assertThat(outcome.kind()).as("some of it was undone").isEqualTo(Outcome.Kind.UNPROVEN);
        assertThat(outcome.error()).hasMessage("Change a left a transaction open on a connection to target system inventory, or"
                + " autocommit off; what it had not committed was rolled back. Let it commit what it begins, and switch"
                + " autocommit on again, or declare it with transactional = true");
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
}
