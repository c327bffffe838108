package io.quarkiverse.flamingock.runtime.jdbc.lock;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbLeaseLockTest extends JdbcLeaseLockContract {

    MariaDbLeaseLockTest() {
        super(TestDatabase.mariaDb());
    }
}
