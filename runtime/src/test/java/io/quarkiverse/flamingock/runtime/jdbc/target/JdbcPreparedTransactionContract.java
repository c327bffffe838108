package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.Takeover;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Row T3: the older holder has died between the two phases of its commit, and left a prepared transaction that holds the fence.
 */
abstract class JdbcPreparedTransactionContract {

    private static final Duration SHORT = Duration.ofMillis(1200);

    private final TestDatabase database;

    JdbcPreparedTransactionContract(TestDatabase database) {
        this.database = database;
    }

    /** What begins such a transaction, and what prepares it, around its statements. */
    protected abstract List<List<String>> phases();

    /** Its id, as a part of the two commands. */
    protected abstract String id();

    /** The commands without their ids, e.g. {@code COMMIT}. */
    protected abstract List<String> commands();

    /** A statement that touches the fence as a change does. */
    protected abstract String touch();

    @BeforeEach
    void prepare() throws SQLException {
        target(SHORT, Duration.ZERO).fence(Claims.of(1), "shop");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(!phases().get(0).isEmpty());
            for (String sql : phases().get(0)) {
                statement.execute(sql);
            }
            statement.execute(touch());
            statement.execute("INSERT INTO " + database.quote("flamingock_marker")
                    + " (service, change_id, token, checksum, state, written_at) VALUES ('shop', 'a', 1, 'sum', 'APPLIED', "
                    + database.dialect().now() + ")");
            for (String sql : phases().get(1)) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void close() {
        try {
            database.execute(commands().get(1) + " " + id());
        } catch (SQLException e) {
            // It has ended already.
        }
        database.close();
    }

    private JdbcTargetSystem target(Duration patience, Duration recovery) {
        return JdbcTargetSystem.of("inventory", database.dataSource(), TestDatabase.transactionManager())
                .with(new JdbcSettings(null,
                        "flamingock_", Duration.ofMinutes(5), SHORT, patience, true, recovery));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void isNamedTogetherWithWhatEndsIt(int way) throws SQLException {
        String commit = commands().get(0) + " " + id();
        String rollback = commands().get(1) + " " + id();
        try (LogCapture log = new LogCapture(Takeover.class)) {
            assertThatThrownBy(() -> target(SHORT, Duration.ZERO).fence(Claims.of(2), "shop"))
                    .isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageStartingWith("Target system inventory could not be taken over: after 2400 ms another transaction"
                            + " still holds the row 'inventory' of ")
                    .message().contains(". It belongs to an older holder of the lock and must end first: it was prepared in two"
                            + " phases, and no session is left of it")
                    .contains(id() + ". Transaction recovery ends it where that is switched on"
                            + " (quarkus.transaction-manager.enable-recovery=true) and finds what the instance that began it has"
                            + " stored. Else end it in the same way as in the other systems that took part: ")
                    .contains(commit + " or " + rollback);
            assertThat(log.messages()).singleElement().asString().startsWith("Target system inventory is still held by a"
                    + " transaction that was prepared in two phases, and of which no session is left").endsWith(
                            id() + ". It is waited for: transaction recovery ends it where that is switched on"
                                    + " (quarkus.transaction-manager.enable-recovery=true)");
        }
        database.execute(List.of(commit, rollback).get(way));
        assertThat(target(SHORT, Duration.ZERO).fence(Claims.of(2), "shop")).isEqualTo(Markers.kept(way == 0
                ? Map.of("a", new Marker("a", 1, "sum", Marker.State.APPLIED))
                : Map.of()));
    }

    /** Longer than everybody else. */
    @Test
    void recoveryThatIsSwitchedOnGetsItsTime() throws Exception {
        CompletableFuture<Markers> next = CompletableFuture
                .supplyAsync(() -> target(Duration.ZERO, Duration.ofMinutes(5)).fence(Claims.of(2), "shop"));
        try {
            next.get(4, TimeUnit.SECONDS);
            throw new AssertionError("not waited for");
        } catch (java.util.concurrent.TimeoutException e) {
            database.execute(commands().get(0) + " " + id());
        }
        assertThat(next.get(1, TimeUnit.MINUTES).of("a")).isNotNull();
    }
}
