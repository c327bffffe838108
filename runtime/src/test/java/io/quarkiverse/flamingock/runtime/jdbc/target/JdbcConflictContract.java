package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

/**
 * What is said when a database undoes a change for the sake of another transaction.
 */
abstract class JdbcConflictContract extends JdbcTakeoverContract {

    private static final int ROUNDS = 50;

    JdbcConflictContract(TestDatabase database) {
        super(database);
    }

    @Test
    void saysThatADeadlockIsAConflict() throws Exception {
        database.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER)");
        database.execute("INSERT INTO account VALUES (1, 0), (2, 0)");
        ChangeTarget target = fenced(target());
        Outcome outcome = Outcome.APPLIED;
        // Which of two transactions is undone is up to the database: the one that waits first, or last, or has done less.
        for (int round = 0; round < ROUNDS && outcome.kind() == Outcome.Kind.APPLIED; round++) {
            outcome = deadlock(target, round % 2 == 0);
        }
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(outcome.error()).hasMessage("wrapped");
        assertThat(effects()).isEmpty();
        assertThat(target.execute(again(target, "a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    private Outcome deadlock(ChangeTarget target, boolean changeWaitsFirst) throws Exception {
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 200; i++) {
                    insert(connection, "other");
                }
                update(connection, 2);
                meet(bothHoldOne, changeWaitsFirst);
                try {
                    update(connection, 1);
                } catch (SQLException e) {
                    assertThat(database.dialect().isConflict(e)).as(e.toString()).isTrue();
                }
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        Outcome outcome = target.execute(again(target, "a", 1), supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            update(connection, 1);
            meet(bothHoldOne, !changeWaitsFirst);
            try {
                update(connection, 2);
            } catch (SQLException e) {
                throw new IllegalStateException("wrapped", e);
            }
        });
        other.get(1, TimeUnit.MINUTES);
        return outcome;
    }

    private static void meet(CountDownLatch bothHoldOne, boolean waitsLonger) {
        try {
            bothHoldOne.countDown();
            bothHoldOne.await(30, TimeUnit.SECONDS);
            if (waitsLonger) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(Connection connection, int id) throws SQLException {
        connection.createStatement().execute("UPDATE account SET balance = balance + 1 WHERE id = " + id);
    }
}
