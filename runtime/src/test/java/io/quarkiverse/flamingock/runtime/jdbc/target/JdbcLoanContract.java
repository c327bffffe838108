package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;
import javax.sql.XADataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * How a connection that a change had comes back to pools of all kinds.
 */
abstract class JdbcLoanContract {

    protected final TestDatabase database;

    JdbcLoanContract(TestDatabase database) {
        this.database = database;
    }

    /** Something that a change leaves. */
    protected abstract Dirt dirt();

    /** A statement for a new connection, whose effect shows in {@link #dirt()}, too. */
    protected abstract String initialSql();

    /** A query for the number of the session. */
    protected abstract String session();

    protected abstract Class<? extends XADataSource> xa();

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE TABLE effect (name VARCHAR(100))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    protected static ChangeTarget target(DataSource dataSource) {
        return target(dataSource, Duration.ofMinutes(5));
    }

    protected static ChangeTarget target(DataSource dataSource, Duration timeout) {
        ChangeTarget target = JdbcTargetSystem.of("inventory", dataSource, TestDatabase.transactionManager())
                .with(new JdbcSettings("flamingock_", timeout, Duration.ofSeconds(30), Duration.ofSeconds(30), true));
        target.fence(Claims.of(1), "shop");
        return target;
    }

    protected static Outcome run(ChangeTarget target, String changeId, boolean transactional, Work work) {
        return target.execute(new ChangeCall("shop", changeId, "sum", 1, transactional,
                target.fence(Claims.of(1), "shop").of(changeId)), work);
    }

    protected static Connection connection(Supply supply) {
        return (Connection) supply.find(Connection.class, null);
    }

    protected static String asked(String query, DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dirt.of(query).of(connection);
        }
    }

    private void leave(Supply supply) throws SQLException {
        String before = dirt().of(connection(supply));
        dirt().leaveOn(connection(supply));
        assertThat(dirt().of(connection(supply))).isNotEqualTo(before);
    }

    @Test
    void whatThePoolHasPreparedIsThereAgain() throws SQLException {
        String plain = asked(dirt().probe(), database.dataSource());
        AgroalDataSource pool = database.prepared(initialSql(), true);
        ChangeTarget target = target(pool);
        String before = asked(dirt().probe(), pool);
        assertThat(before).isNotEqualTo(plain);
        for (boolean transactional : new boolean[] { true, false, true, false }) {
            assertThat(run(target, "a", transactional, this::leave)).isEqualTo(Outcome.APPLIED);
            assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
        }
    }

    @Test
    void comesBackFromATwoPhaseTransaction() throws SQLException {
        AgroalDataSource pool = database.xa(xa());
        ChangeTarget target = target(pool);
        String before = asked(dirt().probe(), pool);
        for (boolean transactional : new boolean[] { true, false }) {
            assertThat(run(target, "a", transactional, this::leave)).isEqualTo(Outcome.APPLIED);
            assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
            run(target, "b", transactional, supply -> {
                leave(supply);
                throw new IllegalStateException("wrong");
            });
            assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
        }
    }

    /** The pool has it back only afterwards. */
    @Test
    void isCleanBeforeThePoolHasItBack() throws SQLException {
        AgroalDataSource pool = database.pool(1);
        String before = asked(dirt().probe(), pool);
        ChangeTarget target = target(pool);
        List<String> returned = new ArrayList<>();
        pool.setPoolInterceptors(List.of(new AgroalPoolInterceptor() {
            @Override
            public void onConnectionReturn(Connection connection) {
                try {
                    returned.add(connection.isClosed() ? "closed" : dirt().of(connection));
                } catch (SQLException e) {
                    returned.add(e.getMessage());
                }
            }
        }));
        for (boolean transactional : new boolean[] { true, false }) {
            returned.clear();
            assertThat(run(target, "a", transactional, this::leave)).isEqualTo(Outcome.APPLIED);
            assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
            assertReturned(returned, before, transactional);
        }
    }

    /** Those of the extension itself come back as they were, too. */
    protected void assertReturned(List<String> returned, String before, boolean transactional) {
        assertThat(returned).isNotEmpty().allMatch(value -> Objects.equals(value, before));
    }

    @Test
    void isCleanAsSoonAsADirectChangeClosesIt() throws SQLException {
        AgroalDataSource pool = database.pool(1);
        ChangeTarget target = target(pool);
        String before = asked(dirt().probe(), pool);
        assertThat(run(target, "a", false, supply -> {
            DataSource dataSource = (DataSource) supply.find(DataSource.class, null);
            for (boolean aborted : new boolean[] { false, true, false }) {
                try (Connection connection = dataSource.getConnection()) {
                    dirt().leaveOn(connection);
                    if (aborted) {
                        connection.abort(Runnable::run);
                    }
                }
                assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
            }
        })).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void isNotUsedAgainWhileAChangeThatTookTooLongStillHasIt() throws Exception {
        AgroalDataSource pool = database.pool(2);
        ChangeTarget target = target(pool, Duration.ofSeconds(1));
        List<String> sessions = new ArrayList<>();
        Outcome outcome = run(target, "a", true, supply -> {
            sessions.add(Dirt.of(session()).of(connection(supply)));
            Thread.sleep(3000);
            sessions.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return asked(session(), pool);
                } catch (SQLException e) {
                    return e.getMessage();
                }
            }).get());
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(sessions).hasSize(2).doesNotHaveDuplicates();
    }
}
