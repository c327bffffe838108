package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection of the extension's own, apart from every transaction of the application, before its database was asked what it
 * is.
 *
 * @param database what it is connected to
 * @param connection in autocommit
 * @param caller the transaction of the caller, to be resumed at the end
 */
public record OwnConnection(Database database, Connection connection, Suspension caller) implements AutoCloseable {

    /**
     * @return the same connection, whose database is known; to be closed once, either of them
     * @throws SQLException when it can't be asked, or when there is no dialect for it
     */
    public Session session() throws SQLException {
        return new Session(this, database.tables(connection));
    }

    /**
     * Past the pool, whose wrappers of statements and rows cost a start more than a question itself. The pool does not see an
     * error then: who gets one asks again by a statement of the pool's, so that a connection that is broken leaves the pool.
     *
     * @return the driver's connection
     */
    public Connection unpooled() throws SQLException {
        return connection.unwrap(Connection.class);
    }

    /**
     * @param suffix what the name of a table ends with
     * @return the name of the table, quoted
     */
    public String table(String suffix) throws SQLException {
        return database.table(suffix, unpooled());
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            caller.end();
        }
    }
}
