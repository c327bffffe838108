package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What databases do differently; the methods here are standard SQL. A product without a dialect is refused, because
 * nothing is known of its clock and of its implicit commits.
 */
abstract class Dialect {

    /**
     * @param product what the driver calls the database
     * @param version what it says of its version
     * @return its dialect
     */
    static Dialect of(String product, String version) throws SQLException {
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgreSqlDialect();
            case "MariaDB" -> MariaDbDialect.mariaDb();
            // The driver of MySQL says so of MariaDB, too.
            case "MySQL" -> version.contains("MariaDB") ? MariaDbDialect.mariaDb() : MariaDbDialect.mySql();
            default -> throw new SQLFeatureNotSupportedException("There is no dialect for the database product '" + product
                    + "'; there are dialects for H2, MariaDB, MySQL and PostgreSQL");
        };
    }

    /** A timestamp of the moment at which the database evaluates it. */
    abstract String now();

    /** The same, later by a parameter: milliseconds as a long. */
    abstract String nowPlusMillis();

    /** How the session is found whose transaction holds a fence. */
    abstract HolderSearch holders();

    /** How an operator finds the transaction that holds a row of a table. */
    abstract String findHolder(String table);

    /** How events are recorded. */
    AuditWriter auditWriter() {
        return new TransactionAuditWriter();
    }

    /** How the transaction of a change leaves its marker; what is here is standard SQL. */
    MarkerWriter markerWriter() {
        return new InProgressMarkerWriter();
    }

    String quote(String identifier) {
        return '"' + identifier + '"';
    }

    /** For texts that are part of a key and are never cut. */
    String keyType() {
        return "VARCHAR(255)";
    }

    /** A parameter of the type of a key, where the database does not know it from the place. */
    String keyParameter() {
        return "CAST(? AS " + keyType() + ")";
    }

    String textType(int length) {
        return "VARCHAR(" + length + ")";
    }

    String booleanType() {
        return "BOOLEAN";
    }

    String timestampType() {
        return "TIMESTAMP WITH TIME ZONE";
    }

    /** Ends a CREATE TABLE. */
    String tableOptions() {
        return "";
    }

    String limit(int rows) {
        return " FETCH FIRST " + rows + " ROWS ONLY";
    }

    /** Ends an UPDATE that answers with a column of the updated row; null where it can't. */
    String returning(String column) {
        return null;
    }

    /** Ends an INSERT that does nothing where the key is there; empty where the database throws instead. */
    String orIgnore(String key) {
        return "";
    }

    /** What a failed statement outside of a transaction may have left, as a sentence; null where there is nothing to say. */
    String leftBehind(Session session) throws SQLException {
        return null;
    }

    /** The schema that an unqualified table name means now; null where there are no schemas. */
    String schemaOf(Connection connection, String table) throws SQLException {
        return connection.getSchema();
    }

    Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    /** Makes the statement give up after a while with an error that {@link #isContention} knows. */
    void limitWait(PreparedStatement statement, Duration wait) throws SQLException {
        statement.setQueryTimeout((int) Math.max(1, wait.toSeconds()));
    }

    /**
     * Has the database end a transaction of this session between whose statements the process stands still, until
     * {@link #unlimitIdle}: a process that is paused must not keep others from taking over. Where it can't, they wait.
     */
    void limitIdle(Session session) throws SQLException {
        // not in standard SQL
    }

    void unlimitIdle(Session session) throws SQLException {
        // not in standard SQL
    }

    boolean isMissingTable(SQLException e) {
        return "42S02".equals(e.getSQLState());
    }

    boolean isDuplicateKey(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    /**
     * Whether the whole transaction was undone because of another one and may succeed when it is tried again: a deadlock or a
     * failed serialization. A lock that was not granted in time is none; how long to wait is for the change to say.
     */
    boolean isConflict(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /** Whether another transaction was in the way: a deadlock, a failed serialization, or a lock not granted in time. */
    boolean isContention(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTimeoutException || state != null && (state.startsWith("40") || state.equals("HYT00"));
    }
}
