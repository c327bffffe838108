package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.config.SchemaName;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * The schema of the extension's tables in the database of one datasource: the configured one, or the one that is current for
 * the first connection that is asked. It stays the same after that, whatever is current for other connections, so that there
 * is never a second set of tables.
 */
public final class OwnSchema {

    private final String datasource;
    private final boolean configured;
    private volatile String name;

    /**
     * Of a datasource whose name nobody knows.
     *
     * @param configured its name; null for the current one
     * @throws io.quarkiverse.flamingock.error.FlamingockException when that can't be a name
     */
    public OwnSchema(String configured) {
        this(configured, null);
    }

    /**
     * @param configured its name; null for the current one
     * @param datasource the name of the datasource, for messages; null where nobody knows it
     * @throws io.quarkiverse.flamingock.error.FlamingockException when that can't be a name
     */
    public OwnSchema(String configured, String datasource) {
        this.datasource = datasource;
        this.name = SchemaName.checked(configured);
        this.configured = name != null;
    }

    /** Whether someone has said where the tables are. */
    public boolean configured() {
        return configured;
    }

    /** The name of the datasource; null where nobody knows it. */
    String datasource() {
        return datasource;
    }

    /** Its name; null as long as nobody knows it. */
    String name() {
        return name;
    }

    /** The current schema of a connection on which tables were found. */
    synchronized void found(String current) {
        if (name == null) {
            name = current;
        }
    }

    /** Its name; asks the connection where nobody knows it. */
    String of(Connection connection, Dialect dialect) throws SQLException {
        if (name == null) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + dialect.currentSchema())) {
                row.next();
                found(row.getString(1));
            }
            if (name == null) {
                throw new UnusableSchema("its connections have no current schema, so that nobody knows where the tables of the"
                        + " extension are to be. Set quarkus.flamingock.schema, or let the URL or the user choose a schema that"
                        + " exists");
            }
        }
        return name;
    }
}
