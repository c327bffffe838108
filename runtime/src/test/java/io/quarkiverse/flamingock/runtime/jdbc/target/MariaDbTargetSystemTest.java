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

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

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
                .fence(2, "shop");
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
}
