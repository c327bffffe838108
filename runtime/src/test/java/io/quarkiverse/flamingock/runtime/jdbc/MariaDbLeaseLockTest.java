package io.quarkiverse.flamingock.runtime.jdbc;

class MariaDbLeaseLockTest extends JdbcLeaseLockContract {

    MariaDbLeaseLockTest() {
        super(TestDatabase.mariaDb());
    }
}
