package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.XADataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.xa.PGXADataSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;

class PostgresLoanTest extends JdbcLoanContract {

    PostgresLoanTest() {
        super(TestDatabase.postgres());
    }

    @BeforeEach
    void createOwner() throws SQLException {
        database.execute("CREATE ROLE " + database.name() + "_owner SUPERUSER");
    }

    @Override
    protected Dirt dirt() {
        return Dirt.of(
                "SELECT current_user || COALESCE(current_setting('app.tenant', true), '') || current_setting('timezone')",
                "RESET ROLE", "SET app.tenant = 'other'", "SET TIME ZONE 'Asia/Tokyo'");
    }

    @Override
    protected String initialSql() {
        return "SET ROLE " + database.name() + "_owner; SET app.tenant = 'duke''s'";
    }

    @Override
    protected String session() {
        return "SELECT pg_backend_pid()";
    }

    @Override
    protected Class<? extends XADataSource> xa() {
        return PGXADataSource.class;
    }

    /** Whoever sees new connections may do with them what nobody else can do again. */
    @Override
    protected void assertReturned(List<String> returned, String before, boolean transactional) {
        assertThat(returned).isNotEmpty();
    }

    @Test
    void isReplacedWhereSomeoneElsePreparesNewOnes() throws SQLException {
        AgroalDataSource pool = database.pool(1);
        pool.setPoolInterceptors(List.of(new AgroalPoolInterceptor() {
            @Override
            public void onConnectionCreate(Connection connection) {
                try {
                    connection.createStatement().execute("SET app.tenant = 'intercepted'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }));
        ChangeTarget target = target(pool);
        String before = asked(dirt().probe(), pool);
        assertThat(before).contains("intercepted");
        for (boolean transactional : new boolean[] { true, false }) {
            String session = asked(session(), pool);
            assertThat(run(target, "a", transactional, supply -> dirt().leaveOn(connection(supply))))
                    .isEqualTo(Outcome.APPLIED);
            assertThat(asked(dirt().probe(), pool)).isEqualTo(before);
            assertThat(asked(session(), pool)).isNotEqualTo(session);
        }
    }

    @Test
    void saysWhyAReadOnlyTransactionCantBeCompleted() throws SQLException {
        ChangeTarget target = target(database.pool(1));
        Outcome outcome = run(target, "a", true,
                supply -> connection(supply).createStatement().execute("SET TRANSACTION READ ONLY"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageStartingWith(
                "Change a returned without an error, but its transaction could not be completed: ERROR: cannot execute")
                .hasMessageContaining("in a read-only transaction")
                .hasMessageEndingWith(". It said that its transaction only reads: let it leave that out");
    }
}
