package io.quarkiverse.flamingock.runtime.jdbc;

class MariaDbTargetSystemTest extends JdbcProofContract {

    MariaDbTargetSystemTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected boolean commitsImplicitly() {
        return true;
    }
}
