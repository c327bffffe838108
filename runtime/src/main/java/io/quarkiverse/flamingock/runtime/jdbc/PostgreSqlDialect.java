package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * PostgreSQL. DDL is transactional, and one statement can do what takes others a transaction.
 */
final class PostgreSqlDialect extends Dialect {

    @Override
    String now() {
        // now() would be the start of the transaction
        return "clock_timestamp()";
    }

    @Override
    String nowPlusMillis() {
        return "clock_timestamp() + CAST(? AS BIGINT) * INTERVAL '1 millisecond'";
    }

    @Override
    String keyType() {
        return "TEXT";
    }

    @Override
    String textType(int length) {
        return "TEXT";
    }

    @Override
    AuditWriter auditWriter() {
        return new OneStatementAuditWriter();
    }

    @Override
    MarkerWriter markerWriter() {
        return new OneStatementMarkerWriter();
    }

    @Override
    String returning(String column) {
        return " RETURNING " + column;
    }

    @Override
    String orIgnore(String key) {
        return " ON CONFLICT (" + key + ") DO NOTHING";
    }

    @Override
    HolderSearch holders() {
        return new LockedRowHolders();
    }

    @Override
    String findHolder(String table) {
        return "find it with SELECT a.* FROM pg_stat_activity a JOIN pg_locks l USING (pid) WHERE l.relation = '" + table
                + "'::regclass, and end it with SELECT pg_terminate_backend(pid)";
    }

    @Override
    String leftBehind(Session session) throws SQLException {
        // not those that someone is building just now, and not those of partitioned tables, whose parts are still to come
        try (PreparedStatement select = session.prepare("SELECT string_agg(i.indexrelid::regclass::text, ', ')"
                + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'"
                + " WHERE NOT i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p"
                + " WHERE p.index_relid = i.indexrelid)");
                ResultSet row = select.executeQuery()) {
            row.next();
            String indexes = row.getString(1);
            return indexes == null ? null
                    : "A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which must go before it is tried again:"
                            + " DROP INDEX " + indexes;
        }
    }

    @Override
    String schemaOf(Connection connection, String table) throws SQLException {
        // not current_schema(): the table may be in a later schema of the search path
        try (PreparedStatement select = connection.prepareStatement("SELECT n.nspname FROM pg_catalog.pg_class c"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass(?)")) {
            select.setString(1, quote(table));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    @Override
    boolean isMissingTable(SQLException e) {
        return "42P01".equals(e.getSQLState());
    }

    @Override
    boolean isContention(SQLException e) {
        // 55P03: lock_timeout; 57014: query timeout
        return super.isContention(e) || "55P03".equals(e.getSQLState()) || "57014".equals(e.getSQLState());
    }
}
