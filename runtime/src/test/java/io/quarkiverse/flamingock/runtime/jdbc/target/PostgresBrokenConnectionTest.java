package io.quarkiverse.flamingock.runtime.jdbc.target;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresBrokenConnectionTest extends JdbcBrokenConnectionContract {

    PostgresBrokenConnectionTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected String impatient() {
        return "?socketTimeout=1";
    }

    @Override
    protected String slowRow() {
        return "INSERT INTO effect SELECT 'slow' FROM pg_sleep(" + SECONDS + ")";
    }

    @Override
    protected String slowTable() {
        return "CREATE TABLE slow AS SELECT 1 AS id FROM pg_sleep(" + SECONDS + ")";
    }
}
