package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbPreparedTransactionTest extends JdbcPreparedTransactionContract {

    MariaDbPreparedTransactionTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected List<List<String>> phases() {
        return List.of(List.of("XA START " + id()), List.of("XA END " + id(), "XA PREPARE " + id()));
    }

    @Override
    protected String id() {
        return "X'" + String.format("%016x", System.identityHashCode(this)) + "',X'27',131077";
    }

    @Override
    protected List<String> commands() {
        return List.of("XA COMMIT", "XA ROLLBACK");
    }

    @Override
    protected String touch() {
        return "UPDATE flamingock_fence SET locks = locks + 1, backend = CONNECTION_ID() WHERE name = 'inventory'";
    }
}
