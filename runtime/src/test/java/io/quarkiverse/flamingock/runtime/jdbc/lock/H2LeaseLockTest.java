package io.quarkiverse.flamingock.runtime.jdbc.lock;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class H2LeaseLockTest extends JdbcLeaseLockContract {

    H2LeaseLockTest() {
        super(TestDatabase.h2());
    }
}
