package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.Takeover;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * How a relational database is taken over while a transaction of an older holder is still open.
 */
abstract class JdbcTakeoverContract extends JdbcProofContract {

    private static final JdbcSettings IMPATIENT = new JdbcSettings("flamingock_", Duration.ofMinutes(5),
            Duration.ofMillis(1500), Duration.ofSeconds(30), true);

    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    JdbcTakeoverContract(TestDatabase database) {
        super(database);
    }

    /** The statement that ends a session. */
    protected abstract String end(String backend);

    /** Connections of another user, who may use the tables but end nobody else's session. */
    protected abstract DataSource limitedUser() throws SQLException;

    /** Connections of a user who may only read. */
    protected abstract DataSource onlooker() throws SQLException;

    /** How the database refuses that user to raise a fence. */
    protected abstract String denied();

    @Test
    void repeatsWhatTheDatabaseSaysOfAMissingRight() throws Exception {
        fenced(target());
        JdbcTargetSystem target = target(onlooker());
        assertThatThrownBy(() -> target.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Target system inventory could not be prepared for changes: ")
                .hasMessageContainingAll(denied(), "SELECT, INSERT and UPDATE them", "GRANT SELECT, INSERT, UPDATE ON ");
    }

    @Test
    void blocksTheFenceFromItsFirstStatement() throws Exception {
        CompletableFuture<Outcome> old = atWork(fenced(target()), supply -> {
        });
        CompletableFuture<Markers> next = CompletableFuture.supplyAsync(() -> target().fence(Claims.of(2), "shop"));
        assertThatThrownBy(() -> next.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        goOn.countDown();
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
        assertThat(next.get().of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void waitsNoLongerWhereTheProcessIsAskedToEnd() throws Exception {
        CompletableFuture<Outcome> old = atWork(fenced(target()), supply -> effect(supply, "one"));
        JdbcTargetSystem next = target(database.pool(1)).with(new JdbcSettings("flamingock_", Duration.ofMinutes(10),
                Duration.ofMinutes(10), Duration.ofMinutes(10), true));
        assertThatThrownBy(() -> next.fence(Claims.of(2), "shop", () -> true))
                .isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageMatching("Target system inventory was not taken over: the process was asked to end while another"
                        + " transaction held the row 'inventory' of .*\\. Nothing was applied");
        goOn.countDown();
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void endsATransactionThatStays() throws Exception {
        CompletableFuture<Outcome> old = atWork(fenced(target()), supply -> effect(supply, "one"));
        try (LogCapture log = new LogCapture(Takeover.class)) {
            assertThat(target(database.pool(1)).with(IMPATIENT).fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
            assertThat(log.messages()).hasSize(2);
            assertThat(log.messages().get(0))
                    .matches("Target system inventory is still held by a transaction of an older holder of"
                            + " the lock: backend [0-9]+, in its transaction since 20[-0-9]+ [^ ]+[0-9]\\. It is ended if it lasts longer"
                            + " than quarkus\\.flamingock\\.lock\\.takeover-grace \\(PT1\\.5S\\)");
            assertThat(log.messages().get(1)).matches("Ended a transaction of an older holder of target system inventory, which"
                    + " had lasted longer than quarkus\\.flamingock\\.lock\\.takeover-grace \\(PT1\\.5S\\): backend [0-9]+, in"
                    + " its transaction since 20[-0-9]+ [^ ]+[0-9]");
        }
        goOn.countDown();
        assertThat(old.get().kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
        ChangeTarget next = target();
        assertThat(next.execute(execution("a", 2), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("two");
    }

    /** Row T1: one that was paused, and wakes up behind a newer one. */
    @Test
    void anOlderHolderEndsNobody() throws Exception {
        fenced(target()).fence(Claims.of(2), "shop");
        CompletableFuture<Outcome> healthy = atWork(target(), execution("a", 2), supply -> effect(supply, "one"));
        try (LogCapture log = new LogCapture(Takeover.class)) {
            assertThatThrownBy(() -> target().with(IMPATIENT).fence(Claims.of(1), "shop")).isInstanceOf(LockLostException.class)
                    .hasMessageStartingWith("Target system inventory has seen token 2 in ");
            assertThat(log.messages()).isEmpty();
        }
        goOn.countDown();
        assertThat(healthy.get()).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void endsATransactionThatStaysBetweenItsLastStatementAndItsCommit() throws Exception {
        JdbcTargetSystem target = fenced(JdbcTargetSystem.of("inventory", pool(), new FaultyTransactions(delegate -> {
            atWork.countDown();
            goOn.await(1, TimeUnit.MINUTES);
            delegate.commit();
        })).with(SETTINGS));
        CompletableFuture<Outcome> old = CompletableFuture
                .supplyAsync(() -> target.execute(execution("a", 1), supply -> effect(supply, "one")));
        assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(target().with(IMPATIENT).fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
        goOn.countDown();
        assertThat(old.get().kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void saysWhatToDoWhereItMayNotEndIt() throws Exception {
        CompletableFuture<Outcome> old = atWork(fenced(target()), supply -> effect(supply, "one"));
        JdbcTargetSystem next = target(limitedUser()).with(new JdbcSettings("flamingock_", Duration.ofMinutes(5),
                Duration.ofSeconds(1), Duration.ofSeconds(1), true));
        try (LogCapture log = new LogCapture(Takeover.class)) {
            assertThatThrownBy(() -> next.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                    .message().startsWith("Target system inventory could not be taken over: after 2000 ms another transaction"
                            + " still holds the row 'inventory' of ")
                    .matches(
                            "(?s).*\\. It belongs to an older holder of the lock and must end first: it is backend [0-9]+.*; end"
                                    + " it with " + end("[0-9]+"));
            assertThat(log.messages().get(log.messages().size() - 1)).startsWith("A transaction of an older holder of target"
                    + " system inventory could not be ended: backend ");
        }
        goOn.countDown();
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void neverEndsASessionThatHoldsTheFenceNoMore() throws Exception {
        CompletableFuture<Outcome> old = atWork(fenced(target()), supply -> {
            execute(supply, "COMMIT");
            effect(supply, "one");
        });
        try (Connection person = database.dataSource().getConnection()) {
            person.setAutoCommit(false);
            person.createStatement().execute("UPDATE " + database.quote("flamingock_fence") + " SET token = token + 0");
            JdbcTargetSystem next = target().with(new JdbcSettings("flamingock_", Duration.ofMinutes(5),
                    Duration.ofSeconds(1), Duration.ofSeconds(1), true));
            assertThatThrownBy(() -> next.fence(Claims.of(2), "shop")).hasMessageContaining("find it with");
            person.rollback();
        }
        goOn.countDown();
        assertThat(old.get()).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void noticesACommitAmongTheStatements() throws Exception {
        ChangeTarget target = fenced(target());
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            execute(supply, "COMMIT");
            effect(supply, "two");
            throw error;
        })).isEqualTo(Outcome.partlyApplied(error));
        assertThat(effects()).containsExactly("one");
        assertThat(target.execute(execution("b", 1), supply -> {
            execute(supply, "COMMIT");
            effect(supply, "three");
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target().fence(Claims.of(2), "shop").of("b")).isEqualTo(applied("b", 1));
    }

    @Test
    void blocksTheFenceAgainAfterACommit() throws Exception {
        CompletableFuture<Markers> next = new CompletableFuture<>();
        ChangeTarget old = fenced(JdbcTargetSystem.of("inventory", pool(), new FaultyTransactions(delegate -> {
            next.completeAsync(() -> target().fence(Claims.of(2), "shop"));
            assertThatThrownBy(() -> next.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            delegate.commit();
        })).with(SETTINGS));
        assertThat(old.execute(execution("a", 1), supply -> {
            execute(supply, "COMMIT");
            effect(supply, "one");
        })).isEqualTo(Outcome.APPLIED);
        assertThat(next.get().of("a")).isEqualTo(applied("a", 1));
    }

    @Test
    void keepsOutAnOldOwnerThatCommittedInTheMiddle() throws Exception {
        ChangeTarget old = fenced(target());
        Outcome outcome = old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            execute(supply, "COMMIT");
            target().fence(Claims.of(2), "shop");
            effect(supply, "two");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    /** Runs a change up to a point inside of it. */
    protected CompletableFuture<Outcome> atWork(ChangeTarget target, Effect effect) throws Exception {
        return atWork(target, execution("a", 1), effect);
    }

    private CompletableFuture<Outcome> atWork(ChangeTarget target, ChangeCall call, Effect effect) throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> target.execute(call, supply -> {
            effect.on(supply);
            atWork.countDown();
            goOn.await(1, TimeUnit.MINUTES);
        }));
        assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();
        return outcome;
    }

    protected static void execute(Supply supply, String sql) throws SQLException {
        ((Connection) supply.find(Connection.class, null)).createStatement().execute(sql);
    }

    /** What a change does before it waits. */
    interface Effect {
        void on(Supply supply) throws Exception;
    }
}
