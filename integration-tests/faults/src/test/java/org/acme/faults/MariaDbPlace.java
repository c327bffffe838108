package org.acme.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.quarkiverse.flamingock.test.servers.SharedMariaDb;

/**
 * A database of MariaDB.
 */
final class MariaDbPlace extends SqlPlace {

    private final String database;

    MariaDbPlace(String database) {
        super(SharedMariaDb.url(database));
        this.database = database;
    }

    /** Where its kind is "other" for Quarkus, which then can't tell from an error that a connection is broken. */
    @Override
    List<String> properties() {
        if (System.getProperty("faults.mariadb.db-kind", "mariadb").equals("mariadb")) {
            return List.of();
        }
        return List.of("-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-Dquarkus.datasource.store.jdbc.validate-on-borrow=true",
                // the driver's own check has no timeout
                "-Dquarkus.datasource.jdbc.validation-query-sql=SELECT 1",
                "-Dquarkus.datasource.store.jdbc.validation-query-sql=SELECT 1");
    }

    @Override
    public String impatient(String url) {
        return url + "&connectTimeout=2000&socketTimeout=5000";
    }

    @Override
    public String readOnly() {
        return url() + "&sessionVariables=tx_read_only=1";
    }

    @Override
    public String refusesWrites() {
        return "READ ONLY transaction";
    }

    @Override
    String clock() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    String timestampType() {
        return "DATETIME(6)";
    }

    @Override
    Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    String quoted(String statement) {
        return statement.replaceAll("(flamingock_[a-z]+)", "`$1`");
    }

    @Override
    void loseNoDeadlock(Statement session) throws SQLException {
        // The one that has changed fewer rows is the victim.
        for (int row = 100; row < 200; row++) {
            session.execute("INSERT INTO counter (id, n) VALUES (" + row + ", 0)");
        }
    }

    @Override
    public void close() {
        Sql.execute(SharedMariaDb.url("mysql"), "DROP DATABASE " + database);
    }
}
