package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

/**
 * A server of its own: an embedded database ends with its process. Who sees all sessions is an administrator, who may end them.
 */
class H2InterruptedWorkTest extends JdbcInterruptedWorkContract {

    H2InterruptedWorkTest() {
        super(TestDatabase.h2Server());
    }

    @BeforeEach
    void createSleep() throws SQLException {
        database.execute("CREATE ALIAS SLEEP FOR \"java.lang.Thread.sleep(long)\"");
    }

    @Override
    protected String slowRow(int seconds) {
        return "INSERT INTO effect SELECT 'slow' FROM (SELECT COUNT(*) FROM SYSTEM_RANGE(1, " + seconds * 50
                + ") WHERE SLEEP(20) IS NULL)";
    }

    @Override
    protected String atWork() {
        return "SELECT session_id FROM information_schema.sessions WHERE executing_statement LIKE '%slow%'"
                + " AND session_id <> SESSION_ID()";
    }

    @Override
    protected String end(String session) {
        return "CALL ABORT_SESSION(" + session + ")";
    }

    @Override
    protected DataSource blind() throws SQLException {
        database.execute("CREATE USER blind PASSWORD 'blind'");
        database.execute("GRANT ALL ON SCHEMA PUBLIC TO blind");
        return database.as("blind", "blind");
    }
}
