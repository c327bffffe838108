package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbOpenTransactionTest extends JdbcOpenTransactionContract {

    MariaDbOpenTransactionTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected List<List<String>> begins() {
        return List.of(List.of("BEGIN"), List.of("START TRANSACTION"), List.of("SET autocommit = 0"),
                List.of("BEGIN", "COMMIT AND CHAIN"));
    }

    @Override
    protected boolean sendsSeveral() {
        return false;
    }
}
