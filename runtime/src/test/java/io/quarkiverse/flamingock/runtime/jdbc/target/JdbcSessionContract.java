package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.RoundTrips;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Loan;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * What a change leaves on the session of its connection reaches neither the next change, nor the audit, nor the application;
 * and does not keep the change from ending.
 */
abstract class JdbcSessionContract {

    private static final JdbcSettings SETTINGS = new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofSeconds(30),
            Duration.ofSeconds(30), true);

    protected final TestDatabase database;
    private int changes;

    JdbcSessionContract(TestDatabase database) {
        this.database = database;
    }

    /** What changes leave, each alone. */
    protected abstract List<Dirt> dirt();

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE TABLE effect (name VARCHAR(100))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    protected JdbcTargetSystem target(DataSource dataSource) {
        return JdbcTargetSystem.of("inventory", dataSource, TestDatabase.transactionManager()).with(SETTINGS);
    }

    @TestFactory
    List<DynamicTest> nothingIsLeftOnTheSession() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Dirt dirt : dirt()) {
            for (boolean transactional : new boolean[] { true, false }) {
                for (boolean succeeds : new boolean[] { true, false }) {
                    tests.add(DynamicTest.dynamicTest(dirt + (transactional ? ", transactional" : ", direct")
                            + (succeeds ? ", applied" : ", failed"),
                            () -> nothingIsLeft(dirt, transactional, succeeds)));
                }
            }
        }
        return tests;
    }

    private void nothingIsLeft(Dirt dirt, boolean transactional, boolean succeeds) throws SQLException {
        database.execute("DELETE FROM effect");
        try (AgroalDataSource pool = database.pool(1); LogCapture log = new LogCapture(Loan.class)) {
            JdbcAuditStore audit = new JdbcAuditStore("x", pool, "flamingock_");
            audit.prepare();
            ChangeTarget target = target(pool);
            target.fence(Claims.of(1), "shop");
            String before = probed(dirt, pool);

            Outcome outcome = target.execute(call("a", transactional), supply -> {
                Connection connection = (Connection) supply.find(Connection.class, null);
                try (Connection ofABean = transactional ? pool.getConnection() : null) {
                    dirt.leaveOn(ofABean == null ? connection : ofABean);
                }
                if (dirt.atOnce() || !transactional) {
                    assertThat(dirt.of(connection)).as("the probe sees it").isNotEqualTo(before);
                }
                if (!succeeds) {
                    throw new IllegalStateException("wrong");
                }
            });
            if (succeeds) {
                assertThat(outcome).isEqualTo(Outcome.APPLIED);
            } else {
                assertThat(outcome.error()).hasMessage("wrong");
            }

            long sequence = audit.head("shop").sequence();
            assertThat(audit.write(new AuditWrite("shop", sequence, List.of(),
                    List.of(event(sequence + 1, "a", succeeds ? ChangeState.EXECUTED : ChangeState.EXECUTION_FAILED)), null,
                    null)))
                    .isTrue();
            assertThat(probed(dirt, pool)).as("the application").isEqualTo(before);
            for (boolean next : new boolean[] { true, false }) {
                assertThat(target.execute(call("b", next), supply -> {
                    Connection connection = (Connection) supply.find(Connection.class, null);
                    assertThat(dirt.of(connection)).as("the next change").isEqualTo(before);
                    connection.createStatement().execute("INSERT INTO effect (name) VALUES ('b')");
                })).isEqualTo(Outcome.APPLIED);
            }
            assertThat(database.query("SELECT name FROM effect")).containsExactly("b", "b");
            assertThat(log.messages()).isEmpty();
        }
    }

    protected final void takesOneRoundTripMoreThan(int roundTrips) throws SQLException {
        ChangeTarget target = target(database.pool(1, RoundTrips.option()));
        target.fence(Claims.of(1), "shop");
        for (boolean transactional : new boolean[] { true, false }) {
            // Once for each connection it is asked for its settings.
            assertThat(target.execute(call("first", transactional), JdbcSessionContract::work)).isEqualTo(Outcome.APPLIED);
            int before = RoundTrips.count();
            assertThat(target.execute(call("a", transactional), JdbcSessionContract::work)).isEqualTo(Outcome.APPLIED);
            // One without a transaction notes its session, too.
            assertThat(RoundTrips.count() - before).isEqualTo(transactional ? roundTrips + 1 : 3);
        }
    }

    private static void work(Supply supply) throws SQLException {
        ((Connection) supply.find(Connection.class, null)).createStatement().execute("INSERT INTO effect (name) VALUES ('a')");
    }

    private static String probed(Dirt dirt, DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return dirt.of(connection);
        }
    }

    /** Of a change that nobody has executed. */
    protected final ChangeCall call(String changeId, boolean transactional) {
        return new ChangeCall("shop", changeId + changes++, "sum", 1, transactional);
    }
}
