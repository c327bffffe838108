package io.quarkiverse.flamingock.runtime.jdbc.target;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbBrokenConnectionTest extends JdbcBrokenConnectionContract {

    MariaDbBrokenConnectionTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected String impatient() {
        return "?socketTimeout=1000";
    }

    @Override
    protected String slowRow() {
        return "INSERT INTO effect SELECT CONCAT('slow', SLEEP(" + SECONDS + "))";
    }

    @Override
    protected String slowTable() {
        return "CREATE TABLE slow AS SELECT SLEEP(" + SECONDS + ") AS id";
    }
}
