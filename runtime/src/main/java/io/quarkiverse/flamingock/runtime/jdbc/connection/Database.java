package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.runtime.config.TablePrefix;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Impostors;
import io.quarkiverse.flamingock.runtime.jta.Suspension;

/**
 * A datasource, and what is found out about its database at the first connection.
 */
public final class Database {

    private final DataSource dataSource;
    private final TransactionManager transactionManager;
    private final OwnSchema schema;
    private final String prefix;
    private final boolean autoCreate;
    private final Backends backends = new Backends(this);
    private volatile TableNames tables;
    private volatile boolean checked;

    /**
     * @param dataSource the datasource
     * @param transactionManager keeps {@link #open() own connections} out of a transaction of the caller; null where the
     *        datasource never takes part in one
     * @param prefix what the names of the tables begin with
     * @param autoCreate whether tables are created where they are missing
     * @throws io.quarkiverse.flamingock.error.FlamingockException when the prefix is none
     */
    public Database(DataSource dataSource, TransactionManager transactionManager, String prefix, boolean autoCreate) {
        this(dataSource, transactionManager, new OwnSchema(null), prefix, autoCreate);
    }

    /**
     * @param dataSource the datasource
     * @param transactionManager as above
     * @param schema the schema of the tables
     * @param prefix what their names begin with
     * @param autoCreate whether tables are created where they are missing
     * @throws io.quarkiverse.flamingock.error.FlamingockException when the prefix is none
     */
    public Database(DataSource dataSource, TransactionManager transactionManager, OwnSchema schema, String prefix,
            boolean autoCreate) {
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.schema = schema;
        this.prefix = TablePrefix.checked(prefix);
        this.autoCreate = autoCreate;
    }

    /** Where the tables are. */
    public OwnSchema schema() {
        return schema;
    }

    /** Whether tables are created where they are missing. */
    public boolean autoCreate() {
        return autoCreate;
    }

    /**
     * Makes sure, once, that the database is what its driver says.
     *
     * @param session a session of it
     * @throws SQLException when it is another product, for which there is no dialect
     */
    public void checkProduct(Session session) throws SQLException {
        String query = session.dialect().findVersion();
        if (checked || query == null) {
            return;
        }
        try (PreparedStatement select = session.prepare(query); ResultSet row = select.executeQuery()) {
            row.next();
            Impostors.refuse(row.getString(1));
            checked = true;
        }
    }

    /** The sessions at the server. */
    public Backends backends() {
        return backends;
    }

    /** The datasource, whose connections may take part in a transaction of the caller. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * @return a connection in autocommit that takes no part in any transaction of this thread; to be closed by the caller
     * @throws SQLException when there is no connection, or no dialect for the database
     */
    public Session open() throws SQLException {
        return open(true);
    }

    /**
     * The same, without a question for the schema of the tables. As long as nobody knows it, their names mean what this session
     * says: whoever finds them in its current schema tells by {@link #foundIn}.
     *
     * @return a connection, to be closed by the caller
     * @throws SQLException when there is no connection, or no dialect for the database
     */
    public Session openUnlocated() throws SQLException {
        return open(false);
    }

    private Session open(boolean located) throws SQLException {
        Suspension caller = Suspension.of(transactionManager);
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            if (!connection.getAutoCommit()) {
                // What somebody has left open there must not be committed by that.
                connection.rollback();
                connection.setAutoCommit(true);
            }
            TableNames known = tables(connection, located);
            StrayTransaction.end(connection, known.dialect().settings());
            return new Session(this, connection, known, caller);
        } catch (SQLException | RuntimeException | Error e) {
            close(connection, e);
            caller.end();
            throw e;
        }
    }

    /**
     * @return the tables; opens a connection if none was opened before
     * @throws SQLException when there is no connection, or no dialect for the database
     */
    public TableNames tables() throws SQLException {
        if (tables == null || tables.schema() == null) {
            open().close();
        }
        return tables;
    }

    /**
     * From now on the tables are meant that are there.
     *
     * @param current the current schema of a session that has found them in it
     */
    public void foundIn(String current) {
        schema.found(current);
    }

    private TableNames tables(Connection connection, boolean located) throws SQLException {
        TableNames known = tables;
        if (known == null) {
            DatabaseMetaData product = connection.getMetaData();
            known = new TableNames(
                    Dialects.of(product.getDatabaseProductName(), product.getDatabaseProductVersion()), null, prefix);
        }
        if (known.schema() == null) {
            known = known.in(located ? schema.of(connection, known.dialect()) : schema.name());
            tables = known;
        }
        return known;
    }

    private static void close(Connection connection, Throwable reason) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
