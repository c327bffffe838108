package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;

/**
 * H2. It commits DDL implicitly. Its clock stands still within a transaction; leases are therefore only compared in autocommit.
 */
final class H2Dialect implements Dialect {

    @Override
    public SessionSettings settings() {
        return new H2Settings();
    }

    @Override
    public String now() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    public String nowPlusMillis() {
        return "DATEADD('MILLISECOND', CAST(? AS BIGINT), CURRENT_TIMESTAMP)";
    }

    @Override
    public String keyType() {
        return "VARCHAR";
    }

    @Override
    public String findHolder(String table) {
        return "find it with SELECT s.* FROM INFORMATION_SCHEMA.SESSIONS s WHERE s.CONTAINS_UNCOMMITTED,"
                + " and end it with CALL ABORT_SESSION(SESSION_ID)";
    }

    @Override
    public String endSession(String session) {
        return "CALL ABORT_SESSION(" + session + ")";
    }

    @Override
    public String findOwnSession() {
        return "SELECT SESSION_ID, '', EXTRACT(EPOCH FROM SESSION_START), CURRENT_USER"
                + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";
    }

    @Override
    public String findOtherSession() {
        return "SELECT '', (SELECT EXTRACT(EPOCH FROM SESSION_START) FROM INFORMATION_SCHEMA.SESSIONS"
                + " WHERE SESSION_ID = CAST(? AS INTEGER))";
    }

    @Override
    public String ownSession() {
        return "SESSION_ID()";
    }

    @Override
    public String nowAsText() {
        return "CURRENT_TIMESTAMP";
    }

    /** Waits for rows end by themselves after LOCK_TIMEOUT. */
    @Override
    public boolean keepsQueryTimeout() {
        return true;
    }

    /** The current schema comes first in every path. */
    @Override
    public String inCurrentSchema(String table, String alias) {
        return " AND EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES t WHERE t.TABLE_SCHEMA = CURRENT_SCHEMA AND t.TABLE_NAME = '"
                + table + "')";
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        String state = e.getSQLState();
        // 90079: its schema is missing
        return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state) || e.getErrorCode() == 90079;
    }

    @Override
    public boolean isContention(SQLException e) {
        return Dialect.super.isContention(e) || isConflict(e);
    }

    @Override
    public boolean isConflict(SQLException e) {
        // 90131: concurrent update of the same row
        return Dialect.super.isConflict(e) || e.getErrorCode() == 90131;
    }
}
