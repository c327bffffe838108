package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

class H2TargetSystemTest extends JdbcEvidenceContract {

    H2TargetSystemTest() {
        super(TestDatabase.h2());
    }

    @Override
    protected Class<? extends Connection> driver() {
        return JdbcConnection.class;
    }

    @Override
    protected String temporary() {
        return "LOCAL TEMPORARY";
    }

    @Override
    protected boolean warnsOfSkipped() {
        return false;
    }

    @Override
    protected boolean commitsImplicitly() {
        return true;
    }

    @Override
    protected String end(String backend) {
        return "CALL ABORT_SESSION\\(" + backend + "\\)";
    }

    @Override
    protected DataSource limitedUser() throws SQLException {
        database.execute("CREATE USER taker PASSWORD ''");
        database.execute("GRANT ALL ON SCHEMA PUBLIC TO taker");
        return database.as("taker", "");
    }

    @Override
    protected DataSource onlooker() throws SQLException {
        database.execute("CREATE USER onlooker PASSWORD ''");
        database.execute("GRANT SELECT ON SCHEMA PUBLIC TO onlooker");
        return database.as("onlooker", "");
    }

    @Override
    protected String denied() {
        return "Not enough rights for object";
    }

    @Test
    void tellsThatAnotherTookOverAfterAnImplicitCommit() throws Exception {
        ChangeTarget old = target();
        old.fence(Claims.of(1), "shop");
        Outcome outcome = old.execute(execution("a", 1), supply -> {
            ddl(supply, "one");
            assertThat(target().fence(Claims.of(2), "shop").of("a")).isEqualTo(
                    new Marker("a", 1, "sum-1", Marker.State.IN_PROGRESS));
            effect(supply, "two");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
        assertThat(outcome.error()).hasMessage("Target system inventory is no longer held with token 1: another instance took"
                + " over");
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void leavesWhatItHadDoneToTheNewerHolder() throws Exception {
        ChangeTarget old = target();
        old.fence(Claims.of(1), "shop");
        Outcome outcome = old.execute(execution("a", 1), supply -> {
            ddl(supply, "one");
            ChangeTarget next = target();
            CompletableFuture.supplyAsync(() -> next.execute(again(next, "a", 2), nothing -> {
            })).get();
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.LOCK_LOST);
    }

    @Test
    void noticesThatTheMarkerIsGone() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            connection.createStatement().execute("DELETE FROM \"flamingock_marker\"");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining("The marker of change a in ")
                .hasMessageContaining("the change must leave the tables of the extension alone");
    }

    @Test
    void saysThatNothingCanBeProvenWithoutTheMarkers() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(target.execute(execution("a", 1), supply -> {
            Connection connection = (Connection) supply.find(Connection.class, null);
            connection.createStatement().execute("DROP TABLE \"flamingock_marker\"");
            throw error;
        })).isEqualTo(Outcome.unknown(error));
        assertThat(error.getSuppressed()).singleElement().asString().contains("flamingock_marker");
    }
}
