package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What databases say differently: pieces of SQL, types, the codes of errors, and facts by which others choose how they go
 * about their work. What is here is standard SQL. A dialect sends nothing and knows nobody who does.
 */
public interface Dialect extends ErrorCodes, ServerSessions, PreparedTransactions {

    /** What its sessions can be told and asked about their settings. */
    default SessionSettings settings() {
        return new SessionSettings() {
        };
    }

    /** A timestamp of the moment at which the database evaluates it. */
    String now();

    /** The same, later by a parameter: milliseconds as a long. */
    String nowPlusMillis();

    /**
     * @param table a table, quoted
     * @return how a person finds and ends the transaction that holds a row of it, as a part of a sentence
     */
    String findHolder(String table);

    /** The session that evaluates it, as {@link #endSession} wants it; null where {@link #tellsHolderOfLockedRow}. */
    default String ownSession() {
        return null;
    }

    /** The present time as a text with its zone; null where {@link #tellsHolderOfLockedRow}. */
    default String nowAsText() {
        return null;
    }

    /** Whether the database itself tells which session has locked a row; where it doesn't, each has to note that. */
    default boolean tellsHolderOfLockedRow() {
        return false;
    }

    /** Whether one statement can lock rows and write to several tables, each by what the one before has yielded. */
    default boolean chainsWrites() {
        return false;
    }

    /**
     * An expression that lets the server notice within a statement of this transaction that the client is gone, and gives an
     * empty text; null where there is none.
     */
    default String watchClient() {
        return null;
    }

    /** A query for the version as a text that names the product; null where nothing else passes as it. */
    default String findVersion() {
        return null;
    }

    /**
     * @param identifier a name
     * @return the same, with its case kept
     */
    default String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** For texts that are part of a key and are never cut. */
    default String keyType() {
        return "VARCHAR(255)";
    }

    /** A parameter of the type of a key, where the database does not know it from the place. */
    default String keyParameter() {
        return "CAST(? AS " + keyType() + ")";
    }

    /**
     * @param length how many characters it holds at most
     * @return the type of such a text
     */
    default String textType(int length) {
        return "VARCHAR(" + length + ")";
    }

    /** For what is true or false. */
    default String booleanType() {
        return "BOOLEAN";
    }

    /** For moments, with microseconds at least. */
    default String timestampType() {
        return "TIMESTAMP WITH TIME ZONE";
    }

    /** Ends a CREATE TABLE. */
    default String tableOptions() {
        return "";
    }

    /**
     * @param rows how many rows a query gives at most
     * @return what it ends with
     */
    default String limit(int rows) {
        return " FETCH FIRST " + rows + " ROWS ONLY";
    }

    /**
     * @param columns columns of the updated row
     * @return ends an UPDATE that answers with them; null where it can't
     */
    default String returning(String columns) {
        return null;
    }

    /**
     * @param key the column that is the key
     * @return ends an INSERT that does nothing where the key is there; empty where the database throws instead
     */
    default String orIgnore(String key) {
        return "";
    }

    /**
     * A query for what failed statements outside of a transaction have left, as one text that is null where they left nothing;
     * null where there is no such query.
     */
    default String findLeftBehind() {
        return null;
    }

    /**
     * @param leftBehind what {@link #findLeftBehind} gave
     * @return what to do with it, as a sentence
     */
    default String explainLeftBehind(String leftBehind) {
        return null;
    }

    /** Whether a statement that defines things ends the transaction that it is sent in. */
    default boolean commitsDdlImplicitly() {
        return true;
    }

    /** A query for tables that keep what a failed statement has written; null where there are none. */
    default String findTablesWithoutTransactions() {
        return null;
    }

    /** The schema that a session creates tables in whose names have none. */
    default String currentSchema() {
        return "CURRENT_SCHEMA";
    }

    /**
     * A condition for rows of a table that is named without a schema: that it is in the current schema, and was not found
     * elsewhere along a search path. Empty where there is no such path.
     *
     * @param table the name of the table, without quotes
     * @param alias the alias that it has in the query
     */
    default String inCurrentSchema(String table, String alias) {
        return "";
    }

    /**
     * A query for the schema in which a name without one finds a table, temporary ones left out, with the quoted name as its
     * parameter; null where the driver tells that of the rows of a query.
     */
    default String findAlongPath() {
        return null;
    }

    /** A query for the schemas of this name, in whatever case, with the name as its parameter. */
    default String findSchemas() {
        return "SELECT schema_name FROM information_schema.schemata WHERE LOWER(schema_name) = LOWER(?)";
    }

    /**
     * @param user what CURRENT_USER gives
     * @return the same as it stands in a GRANT
     */
    default String grantee(String user) {
        return quote(user);
    }

    /**
     * @param schema the quoted name of a schema
     * @param grantee a user, as {@link #grantee} gives it
     * @return the statement that lets the user see the schema; null where no right is needed for that
     */
    default String grantSchema(String schema, String grantee) {
        return null;
    }

    /** Whether nobody without a right on a table learns if it is there. */
    default boolean hidesTables() {
        return false;
    }

    /** Whether what qualifies a table name is a catalog for the driver, not a schema. */
    default boolean schemasAreCatalogs() {
        return false;
    }

    /** Whether a query timeout stays on the session when its statement is closed, so that none may be set. */
    default boolean keepsQueryTimeout() {
        return false;
    }

    /**
     * The statement that has the database end a transaction of this session between whose statements the process stands still,
     * until {@link #unlimitIdle}: a process that is paused must not keep others from taking over. Null where it can't; others
     * wait there.
     */
    default String limitIdle() {
        return null;
    }

    /** The statement that takes {@link #limitIdle} back; null where there is none. */
    default String unlimitIdle() {
        return null;
    }

    /**
     * @param row at a row
     * @param column a column of {@link #timestampType}, not null
     * @return its value
     */
    default Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * @param statement a statement
     * @param index of a parameter to compare with a column of {@link #timestampType}
     * @param instant its value
     */
    default void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }
}
