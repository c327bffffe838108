package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;
import javax.sql.XADataSource;

import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Loan;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

class MariaDbLoanTest extends JdbcLoanContract {

    MariaDbLoanTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected Dirt dirt() {
        return Dirt.of("SELECT @@time_zone", "SET time_zone = '+02:00'");
    }

    @Override
    protected String initialSql() {
        return "SET time_zone = '+01:00'";
    }

    @Override
    protected String session() {
        return "SELECT CONNECTION_ID()";
    }

    @Override
    protected Class<? extends XADataSource> xa() {
        return MariaDbDataSource.class;
    }

    /** A connection whose settings differ does not come back. */
    @Override
    protected void assertReturned(List<String> returned, String before, boolean transactional) {
        assertThat(returned).isNotEmpty().allMatch(value -> value.equals(before) || isGone(value, transactional));
    }

    private static boolean isGone(String value, boolean transactional) {
        return transactional ? value.equals("+02:00") : value.equals("closed");
    }

    @Test
    void staysInThePoolWhereNothingWasLeft() throws SQLException {
        AgroalDataSource pool = database.pool(1);
        ChangeTarget target = target(pool);
        String session = asked(session(), pool);
        for (boolean transactional : new boolean[] { true, false }) {
            for (boolean succeeds : new boolean[] { true, false }) {
                run(target, "a", transactional, supply -> {
                    try (Statement statement = connection(supply).createStatement()) {
                        statement.execute("CREATE OR REPLACE TABLE counted (id INTEGER AUTO_INCREMENT PRIMARY KEY, name TEXT)");
                        statement.execute("INSERT INTO counted (name) VALUES ('one'), ('two')");
                        statement.execute("SELECT RAND(), LAST_INSERT_ID(), NOW()");
                        statement.execute("UPDATE counted SET name = 'x'");
                    }
                    if (!succeeds) {
                        connection(supply).createStatement().execute("SELECT * FROM missing");
                    }
                });
                assertThat(asked(session(), pool)).isEqualTo(session);
            }
        }
    }

    @Test
    void writesTheMarkerWhateverIsInTheWay() throws SQLException {
        ChangeTarget target = target(database.pool(1));
        database.execute("CREATE DATABASE " + database.name() + "_x");
        String[][] ways = {
                { "LOCK TABLES effect WRITE" },
                { "SET NAMES latin1" },
                { "CREATE TABLE made (id INTEGER)", "SET SESSION TRANSACTION READ ONLY" },
                { "DROP TABLE made", "SET SESSION TRANSACTION READ ONLY", "SELECT * FROM effect" },
                { "USE " + database.name() + "_x" } };
        for (String[] way : ways) {
            assertThat(run(target, "Grüße", true, supply -> {
                for (String statement : way) {
                    connection(supply).createStatement().execute(statement);
                }
            })).as(String.join("; ", way)).isEqualTo(Outcome.APPLIED);
        }
    }

    @Test
    void writesTheMarkerWithTheRightsOfTheDefaultRole() throws SQLException {
        String user = database.name() + "_user";
        String role = database.name() + "_role";
        database.execute("CREATE ROLE " + role);
        database.execute("GRANT ALL ON " + database.name() + ".* TO " + role);
        database.execute("CREATE USER " + user + " IDENTIFIED BY 'any'");
        database.execute("GRANT " + role + " TO " + user);
        database.execute("SET DEFAULT ROLE " + role + " FOR " + user);
        target(database.pool(1));
        AgroalDataSource pool = database.transactionalAs(user, "any");
        ChangeTarget target = target(pool);
        assertThat(run(target, "a", true, supply -> connection(supply).createStatement().execute("SET ROLE NONE")))
                .isEqualTo(Outcome.APPLIED);
        assertThat(asked("SELECT CURRENT_ROLE()", pool)).isEqualTo(role);
    }

    @Test
    void saysThatItCantBeTakenOutOfThePool() throws SQLException {
        AgroalDataSource pool = database.prepared("SELECT 1", false);
        ChangeTarget target = target(pool);
        try (LogCapture log = new LogCapture(Loan.class)) {
            assertThat(run(target, "a", true, supply -> dirt().leaveOn(connection(supply)))).isEqualTo(Outcome.APPLIED);
            assertThat(log.messages()).as("its transaction tells the pool").isEmpty();

            assertThat(run(target, "a", false, supply -> dirt().leaveOn(connection(supply)))).isEqualTo(Outcome.APPLIED);
            assertThat(log.messages())
                    .containsExactly("The connection that change a had to target system inventory could neither"
                            + " be brought back to what it was (it has settings that can't be undone) nor be taken out of the pool:"
                            + " settings of the change, like a schema, a role or a time zone, may reach the application. Restart it, and"
                            + " let the change take back at its end what it has set");
        }
        assertThat(asked(dirt().probe(), pool)).isEqualTo("+02:00");
    }

    @Test
    void nothingIsSaidOfAConnectionThatNobodyMeetsAgain() throws SQLException {
        DataSource everyTimeANewOne = database.dataSource();
        ChangeTarget target = target(everyTimeANewOne);
        try (LogCapture log = new LogCapture(Loan.class)) {
            assertThat(run(target, "a", false, supply -> {
                Connection connection = connection(supply);
                dirt().leaveOn(connection);
            })).isEqualTo(Outcome.APPLIED);
            assertThat(log.messages()).isEmpty();
        }
    }
}
