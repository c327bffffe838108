package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbInterruptedWorkTest extends JdbcOnlookerContract {

    MariaDbInterruptedWorkTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected String slowRow(int seconds) {
        return "INSERT INTO effect SELECT CONCAT('slow', SLEEP(" + seconds + "))";
    }

    /** Its transaction has committed before it, and so has the note of its session. */
    @Test
    void aDefinitionThatCommitsIsEnded() throws Exception {
        atWork(true, "CREATE TABLE slow AS SELECT SLEEP(" + SECONDS + ") AS id");
        isEnded();
    }

    @Override
    protected String atWork() {
        return "SELECT id FROM information_schema.processlist WHERE info LIKE '%slow%' AND id <> CONNECTION_ID()";
    }

    @Override
    protected String end(String session) {
        return "KILL " + session;
    }

    @Override
    protected DataSource blind() throws SQLException {
        database.execute("CREATE OR REPLACE USER blind@'%' IDENTIFIED BY 'blind'");
        database.execute("GRANT ALL ON " + database.name() + ".* TO blind@'%'");
        return database.as("blind", "blind");
    }

    @Override
    protected DataSource onlooker() throws SQLException {
        blind();
        database.execute("GRANT PROCESS ON *.* TO blind@'%'");
        return database.as("blind", "blind");
    }
}
