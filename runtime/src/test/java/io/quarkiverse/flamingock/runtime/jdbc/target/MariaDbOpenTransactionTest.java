package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbOpenTransactionTest extends JdbcOpenTransactionContract {

    MariaDbOpenTransactionTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected List<List<String>> begins() {
        return List.of(List.of("BEGIN"), List.of("START TRANSACTION"), List.of("SET autocommit = 0"),
                List.of("BEGIN", "COMMIT AND CHAIN"), List.of("BEGIN", "SAVEPOINT here"));
    }

    /** Between its end and its commit it can be asked nothing; only the end of the session undoes it. */
    @Test
    void aPartOfADistributedOneIsNoticed() throws SQLException {
        for (List<String> rest : List.of(List.<String> of(), List.of("XA END 'x'"))) {
            assertThat(target().execute(DIRECT, supply -> {
                Connection connection = (Connection) supply.find(Connection.class, null);
                execute(connection, List.of("XA START 'x'", insert("lost")));
                execute(connection, rest);
            }).error()).hasMessage("Change a left a transaction open on a connection to target system inventory, or autocommit"
                    + " off. Let it commit what it begins, and switch autocommit on again, or declare it with transactional ="
                    + " true");
            assertThatNothingJoins();
        }
    }

    @Override
    protected List<List<String>> prepared() {
        return List.of(List.of("XA START 'x'", insert("prepared"), "XA END 'x'", "XA PREPARE 'x'"), List.of("XA COMMIT 'x'"));
    }

    @Override
    protected boolean sendsSeveral() {
        return false;
    }
}
