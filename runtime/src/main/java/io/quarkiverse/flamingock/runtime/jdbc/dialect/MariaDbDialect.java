package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import io.quarkiverse.flamingock.spi.AuditField;

/**
 * MariaDB, and MySQL, on which it was never tried out. Both commit DDL implicitly. Times are kept as UTC without a zone, so
 * that the time zones of server, session and driver do not matter. Nothing here depends on whether the driver counts rows
 * that were found or rows that were changed.
 */
final class MariaDbDialect implements Dialect {

    private static final int LONGEST_PAUSE_SECONDS = 5;
    private static final String SERVER = "CONCAT(@@hostname, ':', @@port)";

    private final String collation;
    private final boolean limitsIdle;

    private MariaDbDialect(String collation, boolean limitsIdle) {
        this.collation = collation;
        this.limitsIdle = limitsIdle;
    }

    /** The binary collations compare trailing spaces, unlike utf8mb4_bin. */
    static Dialect mariaDb() {
        return new MariaDbDialect("utf8mb4_nopad_bin", true);
    }

    static Dialect mySql() {
        return new MariaDbDialect("utf8mb4_0900_bin", false);
    }

    @Override
    public String findVersion() {
        return "SELECT version()";
    }

    @Override
    public SessionSettings settings() {
        return new MariaDbSettings();
    }

    @Override
    public String now() {
        // The start of the statement. One that had to wait finds fewer leases over, and makes its own end earlier: both are safe.
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String nowPlusMillis() {
        return "UTC_TIMESTAMP(6) + INTERVAL ? * 1000 MICROSECOND";
    }

    @Override
    public boolean hidesTables() {
        return true;
    }

    @Override
    public String grantee(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 ? quote(user) : quote(user.substring(0, at)) + '@' + quote(user.substring(at + 1));
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String keyParameter() {
        return "?";
    }

    @Override
    public String textType(int length) {
        // All columns of a row that are no TEXT must fit into 65,535 bytes, four for each character.
        return length > AuditField.TEXT_LENGTH ? "TEXT" : Dialect.super.textType(length);
    }

    @Override
    public String timestampType() {
        return "DATETIME(6)";
    }

    @Override
    public String tableOptions() {
        // A key of two columns needs the long prefixes that this row format has.
        return " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE " + collation;
    }

    @Override
    public String limit(int rows) {
        return " LIMIT " + rows;
    }

    @Override
    public String findHolder(String table) {
        return "find it with SELECT * FROM information_schema.innodb_trx WHERE trx_rows_locked > 0,"
                + " and end it with KILL trx_mysql_thread_id";
    }

    @Override
    public String endSession(String session) {
        return "KILL " + session;
    }

    @Override
    public String ownSession() {
        return "CONNECTION_ID()";
    }

    /** Numbers begin again with each start of a server, so its start is the moment. */
    @Override
    public String findOwnSession() {
        return "SELECT CONNECTION_ID(), " + SERVER + ", " + started() + ", CURRENT_USER()";
    }

    @Override
    public String findOtherSession() {
        return "SELECT " + SERVER + ", (SELECT " + started() + " FROM information_schema.processlist p WHERE p.id = ?)";
    }

    private String started() {
        return "UNIX_TIMESTAMP() - (SELECT variable_value FROM " + (limitsIdle ? "information_schema" : "performance_schema")
                + ".global_status WHERE UPPER(variable_name) = 'UPTIME')";
    }

    /** MySQL gives no ids that could be pasted. */
    @Override
    public String findPrepared(String fence) {
        return limitsIdle ? "XA RECOVER FORMAT='SQL'" : null;
    }

    @Override
    public String commitPrepared(String id) {
        return "XA COMMIT " + id;
    }

    @Override
    public String rollBackPrepared(String id) {
        return "XA ROLLBACK " + id;
    }

    @Override
    public String nowAsText() {
        return "CONCAT(UTC_TIMESTAMP(), '+00')";
    }

    @Override
    public String currentSchema() {
        return "DATABASE()";
    }

    @Override
    public boolean schemasAreCatalogs() {
        return true;
    }

    @Override
    public Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    @Override
    public String limitIdle() {
        return limitsIdle ? "SET SESSION idle_write_transaction_timeout = " + LONGEST_PAUSE_SECONDS : null;
    }

    /** The session goes back to the pool of the application. */
    @Override
    public String unlimitIdle() {
        return limitsIdle ? "SET SESSION idle_write_transaction_timeout = DEFAULT" : null;
    }

    @Override
    public boolean isDuplicateKey(SQLException e) {
        return e.getErrorCode() == 1062;
    }

    @Override
    public boolean isConflict(SQLException e) {
        // a deadlock, or a row that changed since the snapshot
        return e.getErrorCode() == 1213 || e.getErrorCode() == 1020;
    }

    @Override
    public boolean isContention(SQLException e) {
        return Dialect.super.isContention(e) || switch (e.getErrorCode()) {
            // lock wait timeout, changed since the snapshot, deadlock, interrupted, statement timeout of MariaDB and of MySQL
            case 1205, 1020, 1213, 1317, 1969, 3024 -> true;
            default -> false;
        };
    }

    @Override
    public boolean warnsOfSkipped() {
        return true;
    }

    @Override
    public boolean isSkipped(SQLWarning warning) {
        return switch (warning.getErrorCode()) {
            // database, table, column, key, "check that it exists", routine, trigger, event, view, sequence: there or not there
            case 1007, 1008, 1050, 1051, 1060, 1061, 1091, 1304, 1305, 1359, 1360, 1537, 1539, 4091, 4092 -> true;
            default -> false;
        };
    }

    @Override
    public String findTablesWithoutTransactions() {
        return "SELECT t.table_name FROM information_schema.tables t JOIN information_schema.engines e ON e.engine = t.engine"
                + " WHERE e.transactions = 'NO' AND t.table_type = 'BASE TABLE' AND t.table_schema NOT IN"
                + " ('mysql', 'information_schema', 'performance_schema', 'sys') LIMIT 1";
    }

    @Override
    public boolean isIncompleteRollback(SQLWarning warning) {
        return warning.getErrorCode() == 1196;
    }
}
