package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

class MariaDbTargetSystemTest extends JdbcEvidenceContract {

    MariaDbTargetSystemTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected Class<? extends Connection> driver() {
        return org.mariadb.jdbc.Connection.class;
    }

    @Override
    protected boolean warnsOfSkipped() {
        return true;
    }

    @Override
    protected boolean commitsImplicitly() {
        return true;
    }

    @Override
    protected String end(String backend) {
        return "KILL " + backend;
    }

    @Override
    protected DataSource limitedUser() throws SQLException {
        database.execute("CREATE OR REPLACE USER taker@'%' IDENTIFIED BY 'taker'");
        database.execute("GRANT ALL ON " + database.name() + ".* TO taker@'%'");
        return database.as("taker", "taker");
    }

    @Override
    protected DataSource onlooker() throws SQLException {
        database.execute("CREATE OR REPLACE USER onlooker@'%' IDENTIFIED BY 'onlooker'");
        database.execute("GRANT SELECT ON " + database.name() + ".* TO onlooker@'%'");
        return database.as("onlooker", "onlooker");
    }

    @Override
    protected String denied() {
        return "UPDATE command denied to user 'onlooker'";
    }

    @Test
    void endsATransactionInTheMiddleOfAStatement() throws Exception {
        ChangeTarget old = fenced(target());
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> old.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            atWork.countDown();
            execute(supply, "SELECT SLEEP(600)");
        }));
        assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();
        target().with(
                new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(30), true))
                .fence(Claims.of(2), "shop");
        assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void noticesThatADeadlockUndidWhatTheChangeWentOnWith() throws Exception {
        ChangeTarget target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            execute(supply, "ROLLBACK");
            effect(supply, "one");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining("The marker of change a in ").hasMessageContaining(
                "must leave the tables of the extension alone, and must not go on after a deadlock or a ROLLBACK that undid what"
                        + " it had done");
        assertThat(effects()).isEmpty();
    }

    /** Storage engines without transactions: the database itself says what it could not undo. */
    @ParameterizedTest
    @ValueSource(strings = { "MyISAM", "Aria", "MEMORY" })
    void saysWhatATransactionCouldNotUndo(String engine) throws Exception {
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY) ENGINE = " + engine);
        ChangeTarget target = fenced(target());
        IllegalStateException error = new IllegalStateException("wrong");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            execute(supply, "INSERT INTO note VALUES (1)");
            throw error;
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(outcome.error()).hasMessage("wrong. The transaction was undone, but the database says: Some"
                + " non-transactional changed tables couldn't be rolled back. Use a storage engine with transactions, or declare"
                + " the change with transactional = false").hasCause(error);
        assertThat(effects()).isEmpty();
        assertThat(database.query("SELECT id FROM note")).containsExactly("1");
        Outcome untouched = target.execute(execution("b", 1), supply -> {
            effect(supply, "one");
            execute(supply, "SELECT * FROM note");
            throw error;
        });
        assertThat(untouched).isEqualTo(Outcome.notApplied(error));
        Outcome direct = target.execute(new ChangeCall("shop", "c", "sum", 1, false),
                supply -> execute(supply, "INSERT INTO note VALUES (2), (1), (3)"));
        assertThat(direct.kind()).isEqualTo(Outcome.Kind.UNPROVEN);
        assertThat(database.query("SELECT id FROM note ORDER BY id")).containsExactly("1", "2");
    }
}
