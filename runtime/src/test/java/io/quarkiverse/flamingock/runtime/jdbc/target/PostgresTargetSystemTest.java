package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.runtime.jdbc.takeover.Takeover;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

class PostgresTargetSystemTest extends JdbcEvidenceContract {

    PostgresTargetSystemTest() {
        super(TestDatabase.postgres());
    }

    @Override
    protected Class<? extends Connection> driver() {
        return PgConnection.class;
    }

    @Override
    protected boolean warnsOfSkipped() {
        return true;
    }

    @Override
    protected boolean commitsImplicitly() {
        return false;
    }

    @Override
    protected String end(String backend) {
        return "SELECT pg_terminate_backend\\(" + backend + "\\)";
    }

    @Override
    protected DataSource limitedUser() throws SQLException {
        String taker = "taker_" + System.identityHashCode(this);
        database.execute("CREATE ROLE " + taker + " LOGIN");
        database.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + taker);
        return database.as(taker, "any");
    }

    @Override
    protected DataSource onlooker() throws SQLException {
        String onlooker = "onlooker_" + System.identityHashCode(this);
        database.execute("CREATE ROLE " + onlooker + " LOGIN");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + onlooker);
        return database.as(onlooker, "any");
    }

    @Override
    protected String denied() {
        return "permission denied for table flamingock_fence";
    }

    @Test
    void letsTheServerNoticeThatTheClientIsGone() throws Exception {
        ChangeTarget old = fenced(target());
        CompletableFuture<Connection> connection = new CompletableFuture<>();
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            connection.complete(((Connection) supply.find(Connection.class, null)).unwrap(PgConnection.class));
            execute(supply, "SELECT pg_sleep(600)");
        }));
        connection.get(1, TimeUnit.MINUTES).abort(Runnable::run);
        try (LogCapture log = new LogCapture(Takeover.class)) {
            assertThat(target().with(new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofMinutes(1),
                    Duration.ofSeconds(1), true)).fence(Claims.of(2), "shop")).isEqualTo(Markers.EMPTY);
            assertThat(log.messages()).noneMatch(message -> message.startsWith("Ended"));
        }
        assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
        assertThat(database.query("SHOW client_connection_check_interval")).as("of other sessions").containsExactly("0");
    }

    @Test
    void endsATransactionInTheMiddleOfAStatement() throws Exception {
        ChangeTarget old = fenced(target());
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            atWork.countDown();
            execute(supply, "SELECT pg_sleep(600)");
        }));
        assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();
        target().with(
                new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(30), true))
                .fence(Claims.of(2), "shop");
        assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void saysThatASerializationFailureIsAConflict() throws Exception {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_isolation TO serializable");
        ChangeTarget target = fenced(target(database.pool(5)));
        for (boolean atTheCommit : new boolean[] { false, true }) {
            Outcome outcome = target.execute(execution("a", 1), supply -> {
                // Each reads what the other writes.
                execute(supply, "SELECT count(*) FROM effect");
                try (Connection other = database.dataSource().getConnection()) {
                    other.setAutoCommit(false);
                    other.createStatement().execute("SELECT count(*) FROM effect");
                    effect(supply, "one");
                    insert(other, "other");
                    if (!atTheCommit) {
                        other.commit();
                        effect(supply, "two");
                    } else {
                        other.commit();
                    }
                }
            });
            assertThat(outcome.kind()).as("at the commit: " + atTheCommit).isEqualTo(Outcome.Kind.CONFLICT);
        }
        assertThat(effects()).containsExactly("other", "other");
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void isNoConflictWhereALockWasNotGrantedInTime() throws Exception {
        ChangeTarget target = fenced(target());
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE effect");
            assertThat(target.execute(execution("a", 1), supply -> {
                execute(supply, "SET LOCAL lock_timeout = 100");
                effect(supply, "one");
            }).kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        }
    }

    @Test
    void namesAnIndexThatCouldNotBeBuiltConcurrently() throws Exception {
        ChangeTarget target = fenced(target());
        database.execute("INSERT INTO effect (name) VALUES ('twice'), ('twice')");
        Outcome outcome = target.execute(new ChangeCall("shop", "a", "sum", 1, false),
                supply -> execute(supply, "CREATE UNIQUE INDEX CONCURRENTLY effect_name ON effect (name)"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(outcome.error()).hasMessageStartingWith("ERROR: could not create unique index \"effect_name\"")
                .hasMessageEndingWith(". A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which must go before it is"
                        + " tried again: DROP INDEX effect_name");
        database.execute("DROP INDEX effect_name");
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(target.execute(new ChangeCall("shop", "a", "sum", 1, false), supply -> {
            throw error;
        })).isEqualTo(Outcome.nothingSent(error));
    }

    @Test
    void takesSixStatementsBesideTheWork() throws Exception {
        AuditStore store = new JdbcAuditStore("x", pool(), "flamingock_");
        store.prepare();
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        // Once for each connection it is asked which session it is for, and for its settings.
        assertThat(target.execute(execution("first", 1), supply -> {
        })).isEqualTo(Outcome.APPLIED);
        List<String> before = database.statements();
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        store.write(new AuditWrite("shop", 0, List.of(), List.of(event(1, "a", ChangeState.EXECUTED)), null, null));
        List<String> after = database.statements();
        assertThat(after.subList(before.size(), after.size())).extracting(sql -> sql.replaceFirst(" \\(.*", ""))
                .containsExactly("BEGIN", "INSERT INTO \"public\".\"flamingock_marker\"", "INSERT INTO effect", "WITH held AS",
                        "COMMIT", "CLOSE ALL", "WITH held AS");
    }

    @Test
    void findsItsTablesAfterAChangeOfTheSearchPath() throws Exception {
        database.execute("CREATE SCHEMA other");
        ChangeTarget target = target(database.pool(1));
        target.fence(Claims.of(1), "shop");
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
    void explainsATransactionThatAStatementBroke() throws Exception {
        ChangeTarget target = fenced(target());
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
