package org.acme.faults;

import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;

/**
 * A database of PostgreSQL.
 */
final class PostgresPlace extends SqlPlace {

    private final String database;

    PostgresPlace(String database) {
        super(SharedPostgres.url(database));
        this.database = database;
    }

    @Override
    public String impatient(String url) {
        return url + "&prepareThreshold=0&connectTimeout=2&socketTimeout=5";
    }

    @Override
    public String readOnly() {
        return url() + "&options=-c%20default_transaction_read_only=on";
    }

    @Override
    public String refusesWrites() {
        return "read-only transaction";
    }

    @Override
    String quoted(String statement) {
        return statement.replaceAll("(flamingock_[a-z]+)", "\"$1\"");
    }

    @Override
    void loseNoDeadlock(Statement session) throws SQLException {
        session.execute("SET deadlock_timeout = '60s'");
    }

    @Override
    public void close() {
        Sql.execute(SharedPostgres.url("postgres"), "DROP DATABASE " + database + " WITH (FORCE)");
    }
}
