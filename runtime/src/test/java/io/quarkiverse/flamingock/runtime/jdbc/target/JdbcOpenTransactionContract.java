package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * Row C3: a change without a transaction begins one by a statement and leaves it open, so that the driver was never told of
 * it. The change fails with that; what was not committed is undone; and nothing joins it, on a pool of one connection.
 */
abstract class JdbcOpenTransactionContract extends JdbcBegunByStatementContract {

    private static final String LEFT = "Change a left a transaction open on a connection to target system inventory, or"
            + " autocommit off; what it had not committed was rolled back. Let it commit what it begins, and switch autocommit"
            + " on again, or declare it with transactional = true";

    JdbcOpenTransactionContract(TestDatabase database) {
        super(database);
    }

    /** Whether several statements can be sent as one. */
    protected abstract boolean sendsSeveral();

    @TestFactory
    List<DynamicTest> isNoticed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> begin : begins()) {
            tests.add(DynamicTest.dynamicTest(begin.toString(), () -> isNoticed(begin, supply -> {
                Connection connection = (Connection) supply.find(Connection.class, null);
                execute(connection, begin);
                execute(connection, List.of(insert("lost")));
            })));
            tests.add(DynamicTest.dynamicTest(begin + ", closed", () -> isNoticed(begin, supply -> {
                try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection()) {
                    execute(connection, begin);
                    execute(connection, List.of(insert("lost")));
                }
            })));
            tests.add(DynamicTest.dynamicTest(begin + ", as a batch", () -> isNoticed(begin, supply -> {
                try (Statement batch = ((Connection) supply.find(Connection.class, null)).createStatement()) {
                    for (String each : begin) {
                        batch.addBatch(each);
                    }
                    batch.addBatch(insert("lost"));
                    batch.executeBatch();
                }
            })));
            if (sendsSeveral()) {
                tests.add(DynamicTest.dynamicTest(begin + ", as one", () -> isNoticed(begin, supply -> {
                    Connection connection = (Connection) supply.find(Connection.class, null);
                    execute(connection, List.of(String.join(";", begin) + ";" + insert("lost")));
                })));
            }
            tests.add(DynamicTest.dynamicTest(begin + ", and throws", () -> isUndoneWhereItThrows(begin)));
            tests.add(DynamicTest.dynamicTest(begin + ", committed", () -> isFineWhereItCommits(begin)));
        }
        return tests;
    }

    private void isNoticed(List<String> begin, Work work) throws SQLException {
        Outcome outcome = target().execute(DIRECT, supply -> {
            execute(supply.find(DataSource.class, null), insert("kept"));
            work.run(supply);
        });
        assertThat(outcome.kind()).as("some of it was undone").isEqualTo(Outcome.Kind.UNPROVEN);
        assertThat(outcome.error()).hasMessage(LEFT);
        assertThatNothingJoins("kept");
    }

    private void isUndoneWhereItThrows(List<String> begin) throws SQLException {
        Outcome outcome = target().execute(DIRECT, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            execute(connection, begin);
            execute(connection, List.of(insert("lost")));
            throw new IllegalStateException("wrong");
        });
        assertThat(outcome.kind()).as("taking back what was undone would destroy").isEqualTo(Outcome.Kind.UNPROVEN);
        assertThat(outcome.error()).hasMessage("wrong");
        assertThat(outcome.error().getSuppressed()).singleElement().extracting(Throwable::getMessage).isEqualTo(LEFT);
        assertThatNothingJoins();
    }

    private void isFineWhereItCommits(List<String> begin) throws SQLException {
        assertThat(target().execute(DIRECT, supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            execute(connection, begin);
            execute(connection, List.of(insert("kept"), "COMMIT"));
            connection.setAutoCommit(true);
        })).isEqualTo(Outcome.APPLIED);
        assertThatNothingJoins("kept");
    }

    @Test
    void closesWhatItHasCommitted() throws SQLException {
        assertThat(target().execute(DIRECT, supply -> {
            try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection()) {
                connection.setAutoCommit(false);
                execute(connection, List.of(insert("kept")));
                connection.commit();
            }
        })).isEqualTo(Outcome.APPLIED);
        assertThatNothingJoins("kept");
    }

    @Test
    void closesWhatItHasNotCommitted() throws SQLException {
        assertThat(target().execute(DIRECT, supply -> {
            try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection()) {
                connection.setAutoCommit(false);
                execute(connection, List.of(insert("lost")));
            }
        }).error()).hasMessage(LEFT);
        assertThatNothingJoins();
    }

    /** Nobody sees that before it is the turn of the next one. */
    @TestFactory
    List<DynamicTest> isEndedWhereABeanHasLeftIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> begin : begins()) {
            tests.add(DynamicTest.dynamicTest(begin + ", before the audit", () -> {
                assertThat(target().execute(DIRECT, supply -> leaveInPool(begin))).isEqualTo(Outcome.APPLIED);
                assertThatNothingJoins();
            }));
            for (boolean transactional : new boolean[] { true, false }) {
                tests.add(DynamicTest.dynamicTest(begin + (transactional ? ", before a transaction" : ", before a change"),
                        () -> {
                            leaveInPool(begin);
                            assertThat(target().execute(next(transactional), supply -> execute(
                                    (Connection) supply.find(Connection.class, null), List.of(insert("kept")))))
                                    .isEqualTo(Outcome.APPLIED);
                            assertThatNothingJoins("kept");
                        }));
            }
        }
        return tests;
    }

    private void leaveInPool(List<String> begin) throws SQLException {
        try (Connection ofABean = pool().getConnection()) {
            execute(ofABean, begin);
            execute(ofABean, List.of(insert("lost")));
        }
    }

}
