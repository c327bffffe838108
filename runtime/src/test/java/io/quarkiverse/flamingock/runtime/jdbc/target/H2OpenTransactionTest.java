package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class H2OpenTransactionTest extends JdbcOpenTransactionContract {

    H2OpenTransactionTest() {
        super(TestDatabase.h2Server());
    }

    @Override
    protected List<List<String>> begins() {
        return List.of(List.of("BEGIN"), List.of("SET AUTOCOMMIT FALSE"));
    }

    @Override
    protected List<List<String>> prepared() {
        return List.of();
    }

    @Override
    protected boolean sendsSeveral() {
        return true;
    }
}
