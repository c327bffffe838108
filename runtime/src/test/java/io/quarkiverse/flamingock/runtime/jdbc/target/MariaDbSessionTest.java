package io.quarkiverse.flamingock.runtime.jdbc.target;

import static io.quarkiverse.flamingock.runtime.jdbc.target.Dirt.of;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class MariaDbSessionTest extends JdbcSessionContract {

    private final String other = database.name() + "_other";

    MariaDbSessionTest() {
        super(TestDatabase.mariaDb());
    }

    @BeforeEach
    void createWhatIsUsed() throws SQLException {
        database.execute("CREATE DATABASE " + other);
        database.execute("CREATE ROLE " + other);
        database.execute("CREATE PROCEDURE hidden() CREATE TEMPORARY TABLE scratch (id INTEGER)");
    }

    @Test
    void takesOneRoundTripMore() throws SQLException {
        takesOneRoundTripMoreThan(8);
    }

    @Override
    protected List<Dirt> dirt() {
        return List.of(
                of("SELECT DATABASE()", "USE " + other),
                of("SELECT CURRENT_ROLE()", "SET ROLE " + other),
                of("SELECT @@transaction_read_only", "SET SESSION TRANSACTION READ ONLY"),
                of("SELECT @@transaction_isolation", "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE"),
                // as dumps begin
                of("SELECT @@foreign_key_checks", "SET foreign_key_checks = 0"),
                of("SELECT @@unique_checks", "SET unique_checks = 0"),
                of("SELECT @@sql_mode", "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'"),
                of("SELECT @@sql_mode", "SET sql_mode = 'ORACLE'"),
                of("SELECT @@sql_mode", "SET sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'"),
                of("SELECT @@time_zone", "SET time_zone = '+00:00'"),
                of("SELECT @@character_set_client", "SET NAMES latin1"),
                of("SELECT @@collation_connection", "SET collation_connection = utf8mb4_bin"),
                of("SELECT @@lock_wait_timeout", "SET lock_wait_timeout = 77"),
                of("SELECT @@innodb_lock_wait_timeout", "SET innodb_lock_wait_timeout = 77"),
                of("SELECT @@max_statement_time", "SET max_statement_time = 77"),
                of("SELECT @@default_storage_engine", "SET default_storage_engine = MyISAM"),
                of("SELECT @@timestamp < 2000000", "SET timestamp = 1000000"),
                of("SELECT @@insert_id", "SET insert_id = 500"),
                of("SELECT @@sql_select_limit", "SET sql_select_limit = 1"),
                of("SELECT @tenant", "SET @tenant = 'duke'"),
                of("SELECT COUNT(*) FROM information_schema.tables WHERE table_type = 'TEMPORARY'",
                        "CREATE TEMPORARY TABLE scratch (id INTEGER)"),
                of("SELECT COUNT(*) FROM information_schema.tables WHERE table_type = 'TEMPORARY'", "CALL hidden()"),
                of("SELECT IS_USED_LOCK('mine') IS NULL", "SELECT GET_LOCK('mine', 1)"),
                of("SELECT variable_value > 0 FROM information_schema.session_status WHERE variable_name = 'COM_PREPARE_SQL'",
                        "PREPARE once FROM 'SELECT 1'"));
    }
}
