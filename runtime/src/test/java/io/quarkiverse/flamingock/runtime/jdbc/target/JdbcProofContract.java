package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Transaction;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.NewerTokenException;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * What is proven on every relational database when a commit fails or another instance takes over.
 */
abstract class JdbcProofContract extends JdbcTransactionContract {

    JdbcProofContract(TestDatabase database) {
        super(database);
    }

    @Test
    void provesACommitWhoseAnswerWasLost() throws Exception {
        ChangeTarget target = fenced(withCommit(delegate -> {
            delegate.commit();
            throw new RollbackException("the answer was lost");
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void provesThatACommitFailed() throws Exception {
        ChangeTarget target = fenced(withCommit(delegate -> {
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
        ChangeTarget target = fenced(withCommit(delegate -> {
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
        ChangeTarget target = fenced(withCommit(delegate -> {
            delegate.commit();
            database.execute("DROP TABLE " + database.quote("flamingock_marker"));
            throw new RollbackException("the answer was lost");
        }));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(outcome.error()).hasMessage("the answer was lost");
        assertThat(outcome.error().getSuppressed()).singleElement().asString().contains("flamingock_marker");
    }

    @Test
    void provesAnythingBehindANewerHolder() throws Exception {
        ChangeTarget target = fenced(withCommit(delegate -> {
            delegate.commit();
            target().fence(Claims.of(2), "shop");
            throw new RollbackException("the answer was lost");
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void blocksTheFenceFromItsLastStatementToItsCommit() throws Exception {
        CompletableFuture<Markers> next = new CompletableFuture<>();
        ChangeTarget old = fenced(withCommit(delegate -> {
            next.completeAsync(() -> target().fence(Claims.of(2), "shop"));
            Thread.sleep(500);
            assertThat(next).isNotDone();
            delegate.commit();
        }));
        assertThat(old.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(next.get().of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void givesUpOnATransactionThatDoesNotEnd() throws Exception {
        target().fence(Claims.of(1), "shop");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE " + database.quote("flamingock_fence") + " SET token = token");
            JdbcTargetSystem next = target(pool()).with(new JdbcSettings("flamingock_", Duration.ofMinutes(1),
                    Duration.ZERO, Duration.ofSeconds(1), true));
            assertThatThrownBy(() -> next.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageStartingWith("Target system inventory could not be taken over: after 1000 ms another transaction"
                            + " still holds the row 'inventory' of ")
                    .hasMessageContaining("flamingock_fence").hasMessageContaining("and end it with ")
                    .satisfies(error -> assertThat(database.query(hint(error.getMessage()))).isNotEmpty());
            connection.rollback();
            assertThat(next.fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        }
    }

    @Test
    void explainsANewerToken() {
        target().fence(Claims.of(17), "shop");
        assertThatThrownBy(() -> target().fence(Claims.of(5), "shop"))
                .isInstanceOfSatisfying(NewerTokenException.class, error -> assertThat(error.newest()).isEqualTo(17))
                .hasMessageStartingWith("Target system inventory has seen token 17 in ")
                .hasMessageContaining("which is newer than 5: another instance took over. If there is none, the audit store was"
                        + " reset or restored: set the token of 'inventory' in the table flamingock_lock of the audit store to at"
                        + " least 17 and start again");
    }

    private JdbcTargetSystem withCommit(FaultyTransactions.Commit commit) {
        return JdbcTargetSystem.of("inventory", pool(), new FaultyTransactions(commit)).with(SETTINGS);
    }

    /** The query that finds the transaction. */
    private static String hint(String message) {
        return message.replaceFirst("(?s).*find it with ", "").replaceFirst("(?s), and end it with .*", "");
    }
}
