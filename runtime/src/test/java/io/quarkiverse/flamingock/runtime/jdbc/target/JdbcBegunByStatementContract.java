package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Transactions that a change begins by a statement, so that neither the driver nor the pool was told of them. On a pool of one
 * connection.
 */
abstract class JdbcBegunByStatementContract {

    protected static final ChangeCall DIRECT = new ChangeCall("shop", "a", "sum", 1, false);

    protected final TestDatabase database;
    private int changes;
    private AgroalDataSource pool;
    private ChangeTarget target;

    JdbcBegunByStatementContract(TestDatabase database) {
        this.database = database;
    }

    /** Ways to begin a transaction, each as statements. */
    protected abstract List<List<String>> begins();

    protected final ChangeTarget target() {
        return target;
    }

    protected final AgroalDataSource pool() {
        return pool;
    }

    @BeforeEach
    void create() throws SQLException {
        database.execute("CREATE TABLE effect (name VARCHAR(100))");
        pool = database.pool(1);
        target = JdbcTargetSystem.of("inventory", pool, TestDatabase.transactionManager()).with(
                new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(30), true));
        target.fence(Claims.of(1), "shop");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** How a transaction is prepared, and how it is ended then, each as statements. */
    protected abstract List<List<String>> prepared();

    @Test
    void aPreparedOneIsNoticed() throws SQLException {
        assumeThat(prepared()).as("H2 prepares none that outlives its session").isNotEmpty();
        for (boolean throwing : new boolean[] { true, false }) {
            Outcome outcome = target.execute(DIRECT, supply -> {
                Connection connection = (Connection) supply.find(Connection.class, null);
                execute(connection, prepared().get(0));
                if (throwing) {
                    throw new IllegalStateException("wrong");
                }
            });
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNPROVEN);
            assertThat(outcome.error()).hasMessage(throwing ? "wrong"
                    : "Change a left a prepared transaction at target system inventory: it keeps its locks until somebody"
                            + " commits it or rolls it back by its name. Do that, and let the change end what it prepares");
            for (String end : prepared().get(1)) {
                database.execute(end);
            }
        }
        assertThat(target.execute(DIRECT, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            execute(connection, prepared().get(0));
            execute(connection, prepared().get(1));
        })).isEqualTo(Outcome.APPLIED);
        assertThat(database.query("SELECT name FROM effect")).containsExactly("prepared", "prepared", "prepared");
    }

    /** A transactional change that commits in its middle, and begins anew behind the back of the driver. */
    @TestFactory
    List<DynamicTest> isToldWhereATransactionIsEndedInTheMiddle() {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> begin : begins()) {
            for (boolean throwing : new boolean[] { true, false }) {
                tests.add(DynamicTest.dynamicTest(begin + (throwing ? ", and throws" : ""), () -> {
                    Outcome outcome = target.execute(next(true), supply -> {
                        Connection connection = (Connection) supply.find(Connection.class, null);
                        execute(connection, List.of(insert("kept"), "COMMIT"));
                        execute(connection, begin);
                        execute(connection, List.of(insert("second")));
                        if (throwing) {
                            throw new IllegalStateException("wrong");
                        }
                    });
                    if (throwing) {
                        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
                        assertThat(database.query("SELECT name FROM effect")).containsExactly("kept");
                    } else {
                        // All of it is there, and so is what tells that.
                        assertThat(outcome).isEqualTo(Outcome.APPLIED);
                        assertThat(database.query("SELECT name FROM effect")).containsExactly("kept", "second");
                    }
                    assertThat(database.query("SELECT state FROM " + database.quote("flamingock_marker")))
                            .containsExactly(throwing ? "IN_PROGRESS" : "APPLIED");
                    database.execute("DELETE FROM effect");
                    database.execute("DELETE FROM " + database.quote("flamingock_marker"));
                }));
            }
        }
        return tests;
    }

    /** The audit, the next changes, and the application. */
    protected final void assertThatNothingJoins(String... kept) throws SQLException {
        assertThat(database.query("SELECT name FROM effect")).containsExactly(kept);
        JdbcAuditStore audit = new JdbcAuditStore("x", pool, "flamingock_");
        audit.prepare();
        long sequence = audit.head("shop").sequence();
        assertThat(audit.write(new AuditWrite("shop", sequence, List.of(),
                List.of(event(sequence + 1, "a", ChangeState.EXECUTION_FAILED)), null, null))).isTrue();
        for (boolean transactional : new boolean[] { true, false }) {
            assertThat(target.execute(next(transactional),
                    supply -> execute((Connection) supply.find(Connection.class, null), List.of(insert("next")))))
                    .isEqualTo(Outcome.APPLIED);
        }
        execute(pool, insert("application"));
        assertThat(database.query("SELECT name FROM effect WHERE name <> 'kept'")).containsExactly("next", "next",
                "application");
        assertThat(new JdbcAuditStore("y", database.pool(1), "flamingock_").head("shop").sequence()).isEqualTo(sequence + 1);
        database.execute("DELETE FROM effect");
    }

    /** One that nobody has executed. */
    protected final ChangeCall next(boolean transactional) {
        return new ChangeCall("shop", "next-" + changes++, "sum", 1, transactional);
    }

    protected static String insert(String effect) {
        return "INSERT INTO effect (name) VALUES ('" + effect + "')";
    }

    protected static void execute(Object dataSource, String sql) throws SQLException {
        try (Connection connection = ((DataSource) dataSource).getConnection()) {
            execute(connection, List.of(sql));
        }
    }

    protected static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
