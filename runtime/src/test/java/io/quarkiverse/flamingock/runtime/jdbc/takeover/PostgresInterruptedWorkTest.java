package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.sql.SQLException;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresInterruptedWorkTest extends JdbcOnlookerContract {

    PostgresInterruptedWorkTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected String slowRow(int seconds) {
        return "INSERT INTO effect SELECT 'slow' FROM pg_sleep(" + seconds + ")";
    }

    @Override
    protected String atWork() {
        return "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%slow%' AND pid <> pg_backend_pid()"
                + " AND datname = current_database()";
    }

    @Override
    protected String end(String session) {
        return "SELECT pg_terminate_backend(" + session + ")";
    }

    @Override
    protected DataSource blind() throws SQLException {
        database.execute("DROP ROLE IF EXISTS blind");
        database.execute("CREATE ROLE blind LOGIN PASSWORD 'blind'");
        database.execute("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO blind");
        return database.as("blind", "blind");
    }

    @Override
    protected DataSource onlooker() throws SQLException {
        DataSource onlooker = blind();
        database.execute("GRANT pg_read_all_stats TO blind");
        return onlooker;
    }
}
