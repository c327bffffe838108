package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.test.contract.Claims;

/** Row T2 on databases where a user may see the sessions of others without the right to end them. */
abstract class JdbcOnlookerContract extends JdbcInterruptedWorkContract {

    JdbcOnlookerContract(TestDatabase database) {
        super(database);
    }

    /** Connections of such a user. */
    protected abstract DataSource onlooker() throws SQLException;

    @Test
    void whatMayNotBeEndedStopsTheStart() throws Exception {
        atWork(false, slowRow(SECONDS));
        fenced(target(database.pool(1), Duration.ZERO));
        JdbcTargetSystem next = target(onlooker(), Duration.ZERO);
        String session = database.query(atWork()).get(0);
        assertThatThrownBy(() -> next.endInterrupted(Claims.of(2), "shop", "a", () -> false))
                .isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessage("Change 'a' was interrupted. Session " + session + " of the database, which it had used on target"
                        + " system 'inventory', is still there, and could not be ended: what was sent there last may still be at"
                        + " work. Nothing was applied. Wait until it is gone or end it, with " + end(session)
                        + ", and try again");
    }
}
