package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import io.quarkiverse.flamingock.spi.AuditField;

/**
 * MariaDB, and MySQL, on which it was never tried out. Both commit DDL implicitly. Times are kept as UTC without a zone, so
 * that the time zones of server, session and driver do not matter. Nothing here depends on whether the driver counts rows
 * that were found or rows that were changed.
 */
final class MariaDbDialect extends Dialect {

    private static final int LONGEST_PAUSE_SECONDS = 5;

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
    String now() {
        // The start of the statement. One that had to wait finds fewer leases over, and makes its own end earlier: both are safe.
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    String nowPlusMillis() {
        return "UTC_TIMESTAMP(6) + INTERVAL ? * 1000 MICROSECOND";
    }

    @Override
    String quote(String identifier) {
        return '`' + identifier + '`';
    }

    @Override
    String keyParameter() {
        return "?";
    }

    @Override
    String textType(int length) {
        // All columns of a row that are no TEXT must fit into 65,535 bytes, four for each character.
        return length > AuditField.TEXT_LENGTH ? "TEXT" : super.textType(length);
    }

    @Override
    String timestampType() {
        return "DATETIME(6)";
    }

    @Override
    String tableOptions() {
        // A key of two columns needs the long prefixes that this row format has.
        return " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE " + collation;
    }

    @Override
    String limit(int rows) {
        return " LIMIT " + rows;
    }

    @Override
    HolderSearch holders() {
        return new NotedHolders("CONNECTION_ID()", "CONCAT(UTC_TIMESTAMP(), '+00')", "KILL ", "");
    }

    @Override
    String findHolder(String table) {
        return "find it with SELECT * FROM information_schema.innodb_trx WHERE trx_rows_locked > 0,"
                + " and end it with KILL trx_mysql_thread_id";
    }

    @Override
    String schemaOf(Connection connection, String table) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    @Override
    void limitIdle(Session session) throws SQLException {
        if (limitsIdle) {
            session.execute("SET SESSION idle_write_transaction_timeout = " + LONGEST_PAUSE_SECONDS);
        }
    }

    /** The session goes back to the pool of the application. */
    @Override
    void unlimitIdle(Session session) throws SQLException {
        if (limitsIdle) {
            session.execute("SET SESSION idle_write_transaction_timeout = DEFAULT");
        }
    }

    @Override
    boolean isDuplicateKey(SQLException e) {
        return e.getErrorCode() == 1062;
    }

    @Override
    boolean isConflict(SQLException e) {
        // a deadlock, or a row that changed since the snapshot
        return e.getErrorCode() == 1213 || e.getErrorCode() == 1020;
    }

    @Override
    boolean isContention(SQLException e) {
        return super.isContention(e) || switch (e.getErrorCode()) {
            // lock wait timeout, changed since the snapshot, deadlock, interrupted, statement timeout of MariaDB and of MySQL
            case 1205, 1020, 1213, 1317, 1969, 3024 -> true;
            default -> false;
        };
    }
}
