package io.quarkiverse.flamingock.runtime.jdbc;

class H2LeaseLockTest extends JdbcLeaseLockContract {

    H2LeaseLockTest() {
        super(TestDatabase.h2());
    }
}
