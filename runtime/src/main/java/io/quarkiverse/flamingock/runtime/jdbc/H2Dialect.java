package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * H2. It commits DDL implicitly. Its clock stands still within a transaction; leases are therefore only compared in autocommit.
 */
final class H2Dialect extends Dialect {

    @Override
    String now() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    String nowPlusMillis() {
        return "DATEADD('MILLISECOND', CAST(? AS BIGINT), CURRENT_TIMESTAMP)";
    }

    @Override
    String keyType() {
        return "VARCHAR";
    }

    @Override
    HolderSearch holders() {
        return new NotedHolders("SESSION_ID()", "CURRENT_TIMESTAMP", "CALL ABORT_SESSION(", ")");
    }

    @Override
    String findHolder(String table) {
        return "find it with SELECT s.* FROM INFORMATION_SCHEMA.SESSIONS s WHERE s.CONTAINS_UNCOMMITTED,"
                + " and end it with CALL ABORT_SESSION(session_id)";
    }

    @Override
    void limitWait(PreparedStatement statement, Duration wait) throws SQLException {
        // A query timeout would stay on the pooled session. Waits for rows end by themselves after LOCK_TIMEOUT.
    }

    @Override
    boolean isMissingTable(SQLException e) {
        String state = e.getSQLState();
        return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state);
    }

    @Override
    boolean isContention(SQLException e) {
        return super.isContention(e) || isConflict(e);
    }

    @Override
    boolean isConflict(SQLException e) {
        // 90131: concurrent update of the same row
        return super.isConflict(e) || e.getErrorCode() == 90131;
    }
}
