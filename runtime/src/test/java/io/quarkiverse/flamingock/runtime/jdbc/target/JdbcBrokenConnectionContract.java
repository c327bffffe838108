package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * A client that gives up while its statement goes on at the server: nothing is said of the change, and nothing taken back,
 * before
 * its session is gone.
 */
abstract class JdbcBrokenConnectionContract {

    /** More than the time a client waits, less than a test. */
    static final int SECONDS = 4;
    static final JdbcSettings SETTINGS = new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofMinutes(5),
            Duration.ofSeconds(5), true);

    private final TestDatabase database;
    private AgroalDataSource pool;

    JdbcBrokenConnectionContract(TestDatabase database) {
        this.database = database;
    }

    /** Ends a URL: a client that waits for an answer for a second. */
    protected abstract String impatient();

    /** Takes {@link #SECONDS}, and writes a row into {@code effect}. */
    protected abstract String slowRow();

    /** Takes {@link #SECONDS}, and makes a table with the name {@code slow}. */
    protected abstract String slowTable();

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE TABLE effect (name VARCHAR(100))");
        pool = database.pool(1, impatient());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Outcome run(DataSource dataSource, boolean transactional, Work work) {
        JdbcTargetSystem target = JdbcTargetSystem.of("inventory", dataSource, TestDatabase.transactionManager())
                .with(SETTINGS);
        target.fence(Claims.of(1), "shop");
        return target.execute(new ChangeCall("shop", "a", "sum", 1, transactional), work);
    }

    private static Work statements(String... statements) {
        return supply -> {
            try (Statement statement = ((Connection) supply.find(Connection.class, null)).createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        };
    }

    private List<String> effects() throws SQLException {
        List<String> effects = database.query("SELECT name FROM effect");
        effects.addAll(database.query("SELECT LOWER(table_name) FROM information_schema.tables"
                + " WHERE LOWER(table_name) = 'slow' AND LOWER(table_schema) <> 'information_schema'"));
        return effects;
    }

    /** What was there when the change was judged is all there is, also when the statement would have ended. */
    private List<String> finalEffects() throws Exception {
        List<String> judged = effects();
        Thread.sleep(SECONDS * 1000L);
        assertThat(effects()).isEqualTo(judged);
        return judged;
    }

    @Test
    void aDirectStatementIsEndedBeforeAnythingIsSaidOfIt() throws Exception {
        Outcome outcome = run(pool, false, statements(slowRow()));
        assertThat(outcome.kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalEffects()).isEmpty();
        assertThat(run(pool, false, statements("INSERT INTO effect VALUES ('next')"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).as("the pool of one has a connection again").containsExactly("next");
    }

    @Test
    void whatWasExecutedBeforeStaysEvidence() throws Exception {
        assertThat(run(pool, false, statements("INSERT INTO effect VALUES ('one')", slowRow())).kind())
                .isEqualTo(Kind.PARTLY_APPLIED);
        assertThat(finalEffects()).containsExactly("one");
    }

    @Test
    void aConnectionOfTheDataSourceIsEndedToo() throws Exception {
        assertThat(run(pool, false, supply -> {
            try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(slowRow());
            }
        }).kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalEffects()).isEmpty();
    }

    @Test
    void aTransactionIsEndedBeforeAnythingIsSaidOfIt() throws Exception {
        Outcome outcome = run(pool, true, statements("INSERT INTO effect VALUES ('one')", slowRow()));
        assertThat(outcome.kind()).isEqualTo(Kind.NOT_APPLIED);
        assertThat(finalEffects()).isEmpty();
        assertThat(run(pool, true, statements("INSERT INTO effect VALUES ('next')"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("next");
    }

    @Test
    void aDefinitionOnItsWayIsEndedBeforeAnythingIsSaidOfIt() throws Exception {
        Outcome outcome = run(pool, true, statements(slowTable()));
        assertThat(outcome.kind()).isIn(Kind.NOT_APPLIED, Kind.UNPROVEN);
        assertThat(finalEffects()).isEmpty();
        assertThat(run(pool, false, statements(slowTable())).kind()).isEqualTo(Kind.UNPROVEN);
        assertThat(finalEffects()).isEmpty();
    }

    /** Where the session can't be ended, nothing is known. */
    @Test
    void saysNothingWhereTheSessionCanNotBeEnded() throws Exception {
        for (boolean transactional : new boolean[] { false, true }) {
            AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
            DataSource vanishing = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[] { DataSource.class }, (proxy, method, arguments) -> {
                        if (left.getAndDecrement() <= 0) {
                            throw new SQLNonTransientConnectionException("the database is not back yet");
                        }
                        return method.invoke(pool, arguments);
                    });
            Outcome outcome = run(vanishing, transactional, supply -> {
                Statement statement = ((Connection) supply.find(Connection.class, null)).createStatement();
                left.set(0);
                statement.execute(slowRow());
            });
            assertThat(outcome.kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(outcome.error()).hasMessageContaining("onnection of change a to target system inventory broke: ")
                    .hasMessageEndingWith(
                            ". What was sent last may still be at work at the database, whose session could not be"
                                    + " ended");
        }
    }
}
