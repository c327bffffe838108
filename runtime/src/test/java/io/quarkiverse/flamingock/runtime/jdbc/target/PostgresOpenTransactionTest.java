package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresOpenTransactionTest extends JdbcOpenTransactionContract {

    PostgresOpenTransactionTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected List<List<String>> begins() {
        return List.of(List.of("BEGIN"), List.of("START TRANSACTION"), List.of("BEGIN", "COMMIT AND CHAIN"),
                List.of("BEGIN", "SAVEPOINT here"));
    }

    @Override
    protected List<List<String>> prepared() {
        return List.of(List.of("BEGIN", insert("prepared"), "PREPARE TRANSACTION 'x'"), List.of("COMMIT PREPARED 'x'"));
    }

    @Override
    protected boolean sendsSeveral() {
        return true;
    }
}
