package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresPreparedTransactionTest extends JdbcPreparedTransactionContract {

    PostgresPreparedTransactionTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected List<List<String>> phases() {
        return List.of(List.of("BEGIN"), List.of("PREPARE TRANSACTION " + id()));
    }

    @Override
    protected String id() {
        return "'it''s_" + System.identityHashCode(this) + "'";
    }

    @Override
    protected List<String> commands() {
        return List.of("COMMIT PREPARED", "ROLLBACK PREPARED");
    }

    @Override
    protected String touch() {
        return "SELECT token FROM flamingock_fence WHERE name = 'inventory' FOR NO KEY UPDATE";
    }
}
