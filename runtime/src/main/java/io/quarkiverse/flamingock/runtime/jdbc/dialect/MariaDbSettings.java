package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Settings of a session of MariaDB. There is no statement that resets them, but a list of them, of which a sum is enough to
 * see that they were changed. MySQL, and versions without such lists, refuse the query.
 */
final class MariaDbSettings implements SessionSettings {

    private static final String ROLE = "role";
    private static final String CLIENT = "character_set_client";
    private static final String RESULTS = "character_set_results";
    private static final String COLLATION = "collation_connection";

    /**
     * Of statements for things that are in no list, it is counted how often the session has sent them. Locks by name are
     * released by the way.
     */
    @Override
    public String find() {
        return row("variables", sum("variable_name", "session_value") + " FROM information_schema.system_variables"
                + " WHERE session_value IS NOT NULL AND variable_name NOT IN ('AUTOCOMMIT', 'ERROR_COUNT', 'IDENTITY',"
                + " 'IN_TRANSACTION', 'LAST_GTID', 'LAST_INSERT_ID', 'RAND_SEED1', 'RAND_SEED2', 'TIMESTAMP', 'WARNING_COUNT')")
                + " UNION ALL " + row("user_variables", sum("variable_name", "variable_value")
                        + " FROM information_schema.user_variables")
                + " UNION ALL " + row("statements", "SUM(variable_value) FROM information_schema.session_status"
                        + " WHERE variable_name IN ('COM_BACKUP', 'COM_BACKUP_LOCK', 'COM_CREATE_TEMPORARY_TABLE', 'COM_FLUSH',"
                        + " 'COM_HA_OPEN', 'COM_LOCK_TABLES', 'COM_PREPARE_SQL')")
                + " UNION ALL " + row("clock", "@@timestamp < UNIX_TIMESTAMP(SYSDATE(6)) - 60")
                + " UNION ALL " + row(OPEN, "@@in_transaction")
                + " UNION ALL " + row("locks", "RELEASE_ALL_LOCKS() * 0")
                + " UNION ALL " + row("database", "DATABASE()")
                + " UNION ALL " + row(ROLE, "CURRENT_ROLE()")
                + " UNION ALL " + row(CLIENT, "@@" + CLIENT)
                + " UNION ALL " + row(RESULTS, "@@" + RESULTS)
                + " UNION ALL " + row(COLLATION, "@@" + COLLATION);
    }

    private static String row(String name, String value) {
        int from = value.indexOf(" FROM ");
        String expression = from < 0 ? value : value.substring(0, from);
        return "SELECT '" + name + "', CONVERT(" + expression + " USING utf8mb4)" + value.substring(expression.length());
    }

    private static String sum(String name, String value) {
        return "BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT(" + name + ", '=', COALESCE(" + value + ", 'NULL'))), 15), 16, 10)"
                + " AS UNSIGNED))";
    }

    /** The driver of MySQL refuses it in autocommit, and sends it anywhere else. */
    @Override
    public boolean rollsBackForNothing(String driver) {
        return driver.startsWith("MariaDB");
    }

    @Override
    public String refusedWhereOpen() {
        return "SET TRANSACTION READ WRITE";
    }

    /** One that was begun as a part of a distributed one, and is between two of its steps, says so in its own way. */
    @Override
    public boolean saysOpen(SQLException e) {
        return SessionSettings.super.saysOpen(e) || e.getSQLState() != null && e.getSQLState().startsWith("XA");
    }

    /** That a table that was not locked can't be written, and that a transaction only reads, are in the way as well. */
    @Override
    public List<String> rights(Map<String, String> found) {
        String role = found.get(ROLE);
        return List.of("UNLOCK TABLES", "SET ROLE " + (role == null ? "NONE" : '`' + role.replace("`", "``") + '`'),
                "SET SESSION TRANSACTION READ WRITE",
                "SET " + CLIENT + " = '" + found.get(CLIENT) + "', " + COLLATION + " = '" + found.get(COLLATION) + "', "
                        + RESULTS + " = " + (found.get(RESULTS) == null ? "NULL" : '\'' + found.get(RESULTS) + '\''));
    }
}
