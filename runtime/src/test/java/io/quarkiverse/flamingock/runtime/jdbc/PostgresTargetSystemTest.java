package io.quarkiverse.flamingock.runtime.jdbc;

import static io.quarkiverse.flamingock.spi.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.TargetSystem;

class PostgresTargetSystemTest extends JdbcProofContract {

    PostgresTargetSystemTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected boolean commitsImplicitly() {
        return false;
    }

    @Test
    void takesFourStatementsBesideTheWork() throws Exception {
        AuditStore store = new JdbcAuditStore("x", pool(), "flamingock_");
        store.prepare();
        TargetSystem target = target();
        target.fence(1, "shop");
        List<String> before = database.statements();
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        store.write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.EXECUTED)), null, null));
        List<String> after = database.statements();
        assertThat(after.subList(before.size(), after.size())).extracting(sql -> sql.replaceFirst(" \\(.*", ""))
                .containsExactly("BEGIN", "INSERT INTO effect", "INSERT INTO \"public\".\"flamingock_marker\"", "COMMIT",
                        "WITH held AS");
    }

    @Test
    void findsItsTablesAfterAChangeOfTheSearchPath() throws Exception {
        database.execute("CREATE SCHEMA other");
        TargetSystem target = target(database.pool(1));
        target.fence(1, "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
            // as every dump begins
            Connection connection = (Connection) supply.find(Connection.class, null);
            connection.createStatement().execute("SELECT pg_catalog.set_config('search_path', '', false)");
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target.execute(execution("b", 1), supply -> {
        })).isEqualTo(Outcome.APPLIED);
        assertThat(database.query("SELECT change_id FROM flamingock_marker ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void findsItsTablesInAnySchemaOfTheSearchPath() throws Exception {
        target().fence(1, "shop");
        database.execute("CREATE SCHEMA first");
        database.execute("ALTER ROLE postgres IN DATABASE " + database.query("SELECT current_database()").get(0)
                + " SET search_path TO first, public");
        TargetSystem target = target(database.pool(1));
        target.fence(2, "shop");
        assertThat(target.execute(execution("a", 2), supply -> {
        })).isEqualTo(Outcome.APPLIED);
        assertThat(database.query("SELECT change_id FROM public.flamingock_marker")).containsExactly("a");
    }

    @Test
    void explainsATransactionThatAStatementBroke() throws Exception {
        TargetSystem target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            try {
                ((Connection) supply.find(Connection.class, null)).createStatement().execute("SELECT * FROM missing");
            } catch (SQLException e) {
                // and goes on
            }
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error())
                .hasMessageStartingWith("Change a returned without an error, but its transaction could not be"
                        + " completed: ERROR: current transaction is aborted")
                .hasMessageEndingWith("Where the change caught the error of a statement and went on, let it set a savepoint"
                        + " before that statement and roll back to it");
        assertThat(effects()).isEmpty();
    }
}
