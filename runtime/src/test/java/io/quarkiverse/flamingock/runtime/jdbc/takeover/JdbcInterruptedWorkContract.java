package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Backends;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcSettings;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Row T2: a direct statement or a definition of an old owner runs on at the database, for longer than a lease. What is at work
 * there after {@link JdbcTargetSystem#endInterrupted} could still take effect; what is not, can't.
 */
abstract class JdbcInterruptedWorkContract {

    /** Longer than any test waits for. */
    static final int SECONDS = 30;

    private static final String WAITS = "Change 'a' was interrupted. Session [0-9]+ of the database, which it had used on target"
            + " system 'inventory', is still there, and ";

    final TestDatabase database;
    private CompletableFuture<Outcome> old;

    JdbcInterruptedWorkContract(TestDatabase database) {
        this.database = database;
    }

    /** Takes some seconds, and writes a row into {@code effect}. */
    protected abstract String slowRow(int seconds);

    /** Queries the sessions in which one of these is at work. */
    protected abstract String atWork();

    /** The statement that ends a session. */
    protected abstract String end(String session);

    /** Connections of another user, who may use the tables, but sees nobody else's session. */
    protected abstract DataSource blind() throws SQLException;

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE TABLE effect (name VARCHAR(100))");
    }

    @AfterEach
    void close() throws SQLException {
        for (String session : database.query(atWork())) {
            database.execute(end(session));
        }
        if (old != null) {
            old.join();
        }
        database.close();
    }

    static JdbcTargetSystem target(DataSource dataSource, Duration grace) {
        return JdbcTargetSystem.of("inventory", dataSource, TestDatabase.transactionManager()).with(
                new JdbcSettings("flamingock_", Duration.ofMinutes(5), grace, Duration.ofSeconds(2), true));
    }

    private JdbcTargetSystem next(Duration grace) throws SQLException {
        return fenced(target(database.pool(1), grace));
    }

    static JdbcTargetSystem fenced(JdbcTargetSystem next) {
        next.fence(Claims.of(2), "shop");
        return next;
    }

    private static ChangeCall call(long token, boolean transactional) {
        return new ChangeCall("shop", "a", "sum", token, transactional);
    }

    final void atWork(boolean transactional, String sql) throws Exception {
        JdbcTargetSystem target = target(database.pool(1), Duration.ZERO);
        target.fence(Claims.of(1), "shop");
        old = CompletableFuture.supplyAsync(() -> target.execute(call(1, transactional), supply -> {
            try (Statement statement = ((Connection) supply.find(Connection.class, null)).createStatement()) {
                statement.execute(sql);
            }
        }));
        while (database.query(atWork()).isEmpty()) {
            assertThat(old).isNotDone();
            Thread.sleep(50);
        }
    }

    private List<String> effects() throws SQLException {
        List<String> effects = database.query("SELECT name FROM effect");
        effects.addAll(database.query("SELECT LOWER(table_name) FROM information_schema.tables"
                + " WHERE LOWER(table_name) = 'slow' AND LOWER(table_schema) <> 'information_schema'"));
        return effects;
    }

    final void isEnded() throws Exception {
        try (LogCapture log = new LogCapture(Backends.class)) {
            next(Duration.ofMillis(300)).endInterrupted(Claims.of(2), "shop", "a", () -> false);
            // The old owner is in this process, and may want its session ended when its connection breaks.
            assertThat(log.messages()).filteredOn(message -> message.contains("interrupted")).singleElement().asString()
                    .matches("The database was asked to end session [0-9]+, which change 'a' of target system 'inventory' had"
                            + " used when it was interrupted, and which was still there after"
                            + " quarkus\\.flamingock\\.lock\\.takeover-grace \\(PT0\\.3S\\)");
        }
        assertThat(database.query(atWork())).isEmpty();
        assertThat(effects()).isEmpty();
        assertThat(old.get().kind()).isNotEqualTo(Outcome.Kind.APPLIED);
    }

    @Test
    void aDirectStatementIsEnded() throws Exception {
        atWork(false, slowRow(SECONDS));
        isEnded();
    }

    @Test
    void whatEndsByItselfIsWaitedFor() throws Exception {
        atWork(false, slowRow(2));
        JdbcTargetSystem next = next(Duration.ofMinutes(1));
        CompletableFuture<Void> goesHome = old.thenAccept(outcome -> endOthers());
        try (LogCapture log = new LogCapture(Backends.class)) {
            next.endInterrupted(Claims.of(2), "shop", "a", () -> false);
            assertThat(log.messages()).isEmpty();
        }
        goesHome.join();
        assertThat(effects()).hasSize(1);
    }

    /** As the death of its process does. */
    private void endOthers() {
        try {
            for (String session : database.query(noted())) {
                database.execute(end(session.substring(0, session.indexOf('|'))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String noted() {
        return "SELECT SUBSTRING(at_work FROM 10) FROM " + database.quote("flamingock_fence") + " WHERE name = 'inventory'";
    }

    @Test
    void ofAnotherChangeOrANewerHolderNobodyIsEnded() throws Exception {
        atWork(false, slowRow(SECONDS));
        next(Duration.ZERO).endInterrupted(Claims.of(2), "shop", "b", () -> false);
        next(Duration.ZERO).endInterrupted(Claims.of(2), "other", "a", () -> false);
        next(Duration.ZERO).endInterrupted(Claims.of(1), "shop", "a", () -> false);
        assertThat(database.query(atWork())).hasSize(1);
    }

    /** The process is the same, as where nothing could be recorded: its pool has the session. */
    @Test
    void nobodyWaitsForASessionOfHisOwn() throws Exception {
        JdbcTargetSystem target = target(database.pool(1), Duration.ofMinutes(10));
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(call(1, false), supply -> supply.find(Connection.class, null))).isEqualTo(Outcome.APPLIED);
        assertThat(database.query("SELECT at_work FROM " + database.quote("flamingock_fence"))).singleElement().isNotNull();
        target.fence(Claims.of(2), "shop");
        target.endInterrupted(Claims.of(2), "shop", "a", () -> true);
    }

    @Test
    void aRequestToEndEndsTheWait() throws Exception {
        atWork(false, slowRow(SECONDS));
        JdbcTargetSystem next = next(Duration.ofMinutes(10));
        assertThatThrownBy(() -> next.endInterrupted(Claims.of(2), "shop", "a", () -> true))
                .isInstanceOf(TargetSystemUnavailableException.class).hasMessageMatching(WAITS
                        + "the process was asked to end while it waited for that session. Nothing was applied");
        assertThat(database.query(atWork())).hasSize(1);
    }

    @Test
    void whatMayNotBeSeenIsSaid() throws Exception {
        atWork(false, slowRow(SECONDS));
        fenced(target(database.pool(1), Duration.ZERO));
        JdbcTargetSystem next = target(blind(), Duration.ZERO);
        try (LogCapture log = new LogCapture(InterruptedWork.class)) {
            next.endInterrupted(Claims.of(2), "shop", "a", () -> false);
            assertThat(log.messages()).singleElement().asString()
                    .matches("Change 'a' was interrupted\\. Whether session [0-9]+ of the database, which it had used on target"
                            + " system 'inventory', is still at work can't be seen: it belongs to user [^ ]+\\. Only a lease is"
                            + " waited for");
        }
        assertThat(database.query(atWork())).hasSize(1);
    }

    @Test
    void anOldOwnerThatComesLateSendsNothing() throws Exception {
        JdbcTargetSystem late = target(database.pool(1), Duration.ZERO);
        late.fence(Claims.of(1), "shop");
        next(Duration.ZERO);
        Outcome outcome = late.execute(call(1, false), supply -> {
            try (Statement statement = ((Connection) supply.find(Connection.class, null)).createStatement()) {
                statement.execute("INSERT INTO effect VALUES ('late')");
            }
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
        assertThat(outcome.error()).isInstanceOf(LockLostException.class).hasMessage("Target system inventory is no longer held"
                + " with token 1: another instance took over");
        assertThat(effects()).isEmpty();
    }
}
