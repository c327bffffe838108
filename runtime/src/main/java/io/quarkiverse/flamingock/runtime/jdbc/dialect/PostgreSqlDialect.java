package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.sql.SQLWarning;

/**
 * PostgreSQL. DDL is transactional, and one statement can do what takes others a transaction.
 */
final class PostgreSqlDialect implements Dialect {

    @Override
    public String findVersion() {
        return "SELECT version()";
    }

    @Override
    public SessionSettings settings() {
        return new PostgreSqlSettings();
    }

    @Override
    public String now() {
        // now() would be the start of the transaction
        return "clock_timestamp()";
    }

    @Override
    public String nowPlusMillis() {
        return "clock_timestamp() + CAST(? AS BIGINT) * INTERVAL '1 millisecond'";
    }

    @Override
    public String keyType() {
        return "TEXT";
    }

    @Override
    public String textType(int length) {
        return "TEXT";
    }

    @Override
    public boolean chainsWrites() {
        return true;
    }

    @Override
    public boolean commitsDdlImplicitly() {
        return false;
    }

    @Override
    public boolean tellsHolderOfLockedRow() {
        return true;
    }

    @Override
    public String findHolder(String table) {
        return "find it with SELECT a.* FROM pg_stat_activity a JOIN pg_locks l USING (pid) WHERE l.relation = '" + table
                + "'::regclass, and end it with SELECT pg_terminate_backend(pid)";
    }

    @Override
    public String endSession(String session) {
        return "SELECT pg_terminate_backend(" + session + ")";
    }

    /** The text of a moment would depend on the time zone of who asks. */
    @Override
    public String findOwnSession() {
        return "SELECT pid, '', extract(epoch FROM backend_start), session_user FROM pg_catalog.pg_stat_activity"
                + " WHERE pid = pg_backend_pid()";
    }

    /** One that is another user's has no moment for this one, and is none of ours. */
    @Override
    public String findOtherSession() {
        return "SELECT '', (SELECT extract(epoch FROM backend_start) FROM pg_catalog.pg_stat_activity"
                + " WHERE pid = CAST(? AS INTEGER))";
    }

    @Override
    public String findPrepared(String fence) {
        return "SELECT quote_literal(p.gid) AS data FROM " + fence + " f JOIN pg_catalog.pg_prepared_xacts p"
                + " ON p.transaction = f.xmax AND p.database = current_database() WHERE f.name = ?";
    }

    @Override
    public String commitPrepared(String id) {
        return "COMMIT PREPARED " + id;
    }

    @Override
    public String rollBackPrepared(String id) {
        return "ROLLBACK PREPARED " + id;
    }

    /** Only for this transaction, and only where the server knows it: since version 14, on Linux. */
    @Override
    public String watchClient() {
        return "LEFT(CASE WHEN version() LIKE '%linux%'"
                + " AND current_setting('client_connection_check_interval', true) IS NOT NULL"
                + " THEN set_config('client_connection_check_interval', '500ms', true) ELSE '' END, 0)";
    }

    @Override
    public String returning(String columns) {
        return " RETURNING " + columns;
    }

    @Override
    public String orIgnore(String key) {
        return " ON CONFLICT (" + key + ") DO NOTHING";
    }

    @Override
    public String findLeftBehind() {
        // not those that someone is building just now, and not those of partitioned tables, whose parts are still to come
        return "SELECT string_agg(i.indexrelid::regclass::text, ', ')"
                + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'"
                + " WHERE NOT i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p"
                + " WHERE p.index_relid = i.indexrelid)";
    }

    @Override
    public String explainLeftBehind(String leftBehind) {
        return "A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which must go before it is tried again:"
                + " DROP INDEX " + leftBehind;
    }

    @Override
    public String inCurrentSchema(String table, String alias) {
        // from the server's caches; every start asks this
        return " AND " + alias + ".tableoid = to_regclass(quote_ident(CURRENT_SCHEMA) || '." + quote(table) + "')";
    }

    @Override
    public String findAlongPath() {
        return "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.oid = to_regclass(?) AND c.relpersistence <> 't'";
    }

    /** The standard's view has only those that this user owns. */
    @Override
    public String findSchemas() {
        return "SELECT nspname FROM pg_catalog.pg_namespace WHERE LOWER(nspname) = LOWER(?)";
    }

    @Override
    public String grantSchema(String schema, String grantee) {
        return "GRANT USAGE ON SCHEMA " + schema + " TO " + grantee;
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return "42P01".equals(e.getSQLState());
    }

    @Override
    public boolean isContention(SQLException e) {
        // 55P03: lock_timeout; 57014: query timeout
        return Dialect.super.isContention(e) || "55P03".equals(e.getSQLState()) || "57014".equals(e.getSQLState());
    }

    @Override
    public boolean warnsOfSkipped() {
        return true;
    }

    /** A thing that is there has a code of its own, one that is not there has none, but always these words. */
    @Override
    public boolean isSkipped(SQLWarning warning) {
        return switch (String.valueOf(warning.getSQLState())) {
            // table, schema, column, function, object
            case "42P07", "42P06", "42701", "42723", "42710" -> true;
            default -> String.valueOf(warning.getMessage()).contains("skipping");
        };
    }
}
