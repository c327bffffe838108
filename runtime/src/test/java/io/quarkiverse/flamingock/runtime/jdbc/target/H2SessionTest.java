package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.runtime.jdbc.target.Dirt.of;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class H2SessionTest extends JdbcSessionContract {

    H2SessionTest() {
        super(TestDatabase.h2());
    }

    @BeforeEach
    void createWhatIsUsed() throws SQLException {
        database.execute("CREATE SCHEMA other");
        database.execute("CREATE TABLE other.effect AS SELECT * FROM effect");
    }

    @Override
    protected List<Dirt> dirt() {
        return List.of(
                of("SELECT SCHEMA()", "SET SCHEMA other"),
                of("SELECT COALESCE(MAX(state_command), 'SET SCHEMA_SEARCH_PATH \"PUBLIC\"')"
                        + " FROM INFORMATION_SCHEMA.SESSION_STATE WHERE state_key = 'SCHEMA_SEARCH_PATH'",
                        "SET SCHEMA_SEARCH_PATH other, PUBLIC"),
                of("SELECT EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)", "SET TIME ZONE 'Asia/Tokyo'"),
                of("SELECT @tenant", "SET @tenant = 'duke'"),
                state("TABLE SCRATCH", "CREATE LOCAL TEMPORARY TABLE scratch (id INTEGER PRIMARY KEY)"),
                state("TABLE a \"b", "CREATE LOCAL TEMPORARY TABLE other.\"a \"\"b\" (id INTEGER)"),
                of("SELECT LOCK_TIMEOUT()", "SET LOCK_TIMEOUT 777"),
                setting("QUERY_TIMEOUT", "SET QUERY_TIMEOUT 77777"),
                setting("NON_KEYWORDS", "SET NON_KEYWORDS YEAR, MONTH"),
                setting("VARIABLE_BINARY", "SET VARIABLE_BINARY TRUE"),
                setting("TRUNCATE_LARGE_LENGTH", "SET TRUNCATE_LARGE_LENGTH TRUE"),
                of("SELECT isolation_level FROM INFORMATION_SCHEMA.SESSIONS WHERE session_id = SESSION_ID()",
                        "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE"));
    }

    private static Dirt state(String key, String statement) {
        return of("SELECT state_command FROM INFORMATION_SCHEMA.SESSION_STATE WHERE state_key = '" + key + "'", statement);
    }

    private static Dirt setting(String name, String statement) {
        return of("SELECT setting_value FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name = '" + name + "'", statement);
    }
}
