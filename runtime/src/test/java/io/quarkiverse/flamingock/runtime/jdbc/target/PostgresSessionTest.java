package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.runtime.jdbc.target.Dirt.of;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class PostgresSessionTest extends JdbcSessionContract {

    private static final String PATH = "SELECT current_setting('search_path')";

    private final String limited = database.name() + "_limited";

    PostgresSessionTest() {
        super(TestDatabase.postgres());
    }

    @BeforeEach
    void createWhatIsUsed() throws SQLException {
        database.execute("CREATE ROLE " + limited);
        database.execute("GRANT ALL ON TABLE effect TO " + limited);
        database.execute("CREATE SCHEMA other");
        database.execute("CREATE FUNCTION hidden() RETURNS text LANGUAGE sql AS"
                + " $$SELECT set_config('app.hidden', 'duke', false)$$");
    }

    @Test
    void takesOneRoundTripMore() throws SQLException {
        takesOneRoundTripMoreThan(4);
    }

    @Override
    protected List<Dirt> dirt() {
        return List.of(
                // as every dump begins
                of(PATH, "SELECT pg_catalog.set_config('search_path', '', false)"),
                of(PATH, "SET search_path = other"),
                of("SELECT current_schema()", "SET SCHEMA 'other'"),
                of("SELECT current_user", "SET ROLE " + limited),
                of("SELECT session_user", "SET SESSION AUTHORIZATION " + limited),
                of("SHOW default_transaction_read_only", "SET default_transaction_read_only = on"),
                of("SHOW default_transaction_isolation",
                        "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE"),
                of("SHOW session_replication_role", "SET session_replication_role = replica"),
                of("SHOW timezone", "SET TIME ZONE 'Asia/Tokyo'"),
                of("SHOW lock_timeout", "SET lock_timeout = '7s'"),
                of("SHOW statement_timeout", "SET statement_timeout = '1min'"),
                of("SHOW row_security", "SET row_security = off"),
                of("SHOW application_name", "SET application_name = 'duke''s \\'"),
                of("SHOW extra_float_digits", "SET extra_float_digits = 0"),
                of("SHOW check_function_bodies", "SET check_function_bodies = false"),
                of("SELECT COALESCE(current_setting('app.tenant', true), '')", "SET app.tenant = 'duke'"),
                of("SELECT COALESCE(current_setting('app.hidden', true), '')", "SELECT hidden()"),
                of("SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()",
                        "CREATE TEMPORARY TABLE scratch (id INTEGER)"),
                of("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'",
                        "SELECT pg_advisory_lock(42)"),
                Dirt.ofCommit("SELECT count(*) FROM pg_listening_channels()", "LISTEN news"),
                of("SELECT count(*) FROM pg_prepared_statements WHERE from_sql", "PREPARE once AS SELECT 1"),
                of("SELECT count(*) FROM pg_cursors WHERE is_holdable",
                        "DECLARE held CURSOR WITH HOLD FOR SELECT name FROM effect"));
    }
}
