package io.quarkiverse.flamingock.runtime.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Trouble;
import io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.lock.JdbcLeaseLock;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Elsewhere;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Grants;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Schema;
import io.quarkiverse.flamingock.runtime.jdbc.schema.TableSet;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.spi.Snapshot;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * An audit store in the tables of a relational database. It never takes part in a transaction of the application.
 */
public final class JdbcAuditStore implements AuditStore {

    private static final int ATTEMPTS = 3;

    private final String describe;
    private final Database database;
    private volatile String id;
    /** What others need in the same database; null where nobody does. */
    private volatile TableSet others;

    /**
     * @param describe what an operator knows the datasource by
     * @param dataSource gives connections that take part in no transaction
     * @param tablePrefix what the names of the tables begin with
     */
    public JdbcAuditStore(String describe, DataSource dataSource, String tablePrefix) {
        this(describe, new Database(dataSource, null, tablePrefix, true));
    }

    /**
     * @param describe what an operator knows the datasource by
     * @param database its database
     */
    public JdbcAuditStore(String describe, Database database) {
        this.describe = describe;
        this.database = database;
    }

    /**
     * @param tables what will be needed in the same database soon, so that an administrator is told of all at once
     */
    public void announce(TableSet tables) {
        others = tables;
    }

    @Override
    public String describe() {
        return describe;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LeaseLock lock() {
        return new JdbcLeaseLock(database);
    }

    @Override
    public Head head(String service) {
        try (Session session = database.openUnlocated()) {
            String select = headQuery(session.tables());
            try {
                return head(session.prepareUnpooled(select), service);
            } catch (SQLException e) {
                return session.dialect().isMissingTable(e) ? Head.EMPTY : head(session.prepare(select), service);
            }
        } catch (SQLException e) {
            throw unavailable("read its head", "its user may SELECT the tables of the audit store", e);
        }
    }

    @Override
    public void prepare() {
        try (Session session = database.open()) {
            Schema.ensure(session, StoreTables.ALL.of(session.tables()),
                    others == null ? List.of() : others.of(session.tables()));
            id = StoreId.of(session);
        } catch (SQLException e) {
            throw unavailable("find or create its tables", "its user may create tables, or that an administrator created them",
                    e);
        }
    }

    @Override
    public Snapshot snapshot(String service) {
        try (Session session = database.open()) {
            // One statement sees one moment.
            try (PreparedStatement select = session.prepare("SELECT h.sequence AS head_sequence, h.settled, h.hash, s.* FROM "
                    + session.tables().head() + " h LEFT JOIN " + session.tables().state()
                    + " s ON s.service = h.service WHERE h.service = ?")) {
                select.setString(1, service);
                try (ResultSet rows = select.executeQuery()) {
                    return snapshot(rows);
                }
            } catch (SQLException e) {
                if (session.dialect().isMissingTable(e)) {
                    Elsewhere.refuse(session, "head");
                    return new Snapshot(Head.EMPTY, Map.of());
                }
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable("read its states", "its user may SELECT the tables of the audit store", e);
        }
    }

    @Override
    public boolean write(AuditWrite write) {
        try (Session session = database.open()) {
            for (int attempt = 1;; attempt++) {
                try {
                    return writer(session.dialect()).write(session, write);
                } catch (SQLException e) {
                    // Undone for certain: another writer, or the renewal of a lease, was in the way.
                    if (attempt == ATTEMPTS || !session.dialect().isContention(e)) {
                        throw e;
                    }
                }
            }
        } catch (SQLException e) {
            throw unavailable("record what happened",
                    "it is writable, not full, and its user may INSERT and UPDATE the tables of the audit store", e);
        }
    }

    private static AuditWriter writer(Dialect dialect) {
        return dialect.chainsWrites() ? new OneStatementAuditWriter() : new TransactionAuditWriter();
    }

    @Override
    public List<AuditEvent> history(String service, HistoryQuery query) {
        return read(session -> History.read(session, service, query));
    }

    @Override
    public List<AuditEvent> events(String service, long after, int limit) {
        return read(session -> History.read(session, service, after, limit));
    }

    /** Reads events. */
    private interface Reading {

        List<AuditEvent> events(Session session) throws SQLException;
    }

    private List<AuditEvent> read(Reading reading) {
        try (Session session = database.open()) {
            try {
                return reading.events(session);
            } catch (SQLException e) {
                if (session.dialect().isMissingTable(e)) {
                    Elsewhere.refuse(session, "audit");
                    return List.of();
                }
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable("read its events", "its user may SELECT the tables of the audit store", e);
        }
    }

    /** Also finds out, with the one statement of a start, where the tables are. */
    private static String headQuery(TableNames tables) {
        return "SELECT sequence, settled, hash, ".concat(tables.dialect().currentSchema()).concat(" FROM ")
                .concat(tables.head()).concat(" h WHERE service = ?").concat(tables.schema() != null ? ""
                        : tables.dialect().inCurrentSchema(tables.prefix().concat("head"), "h"));
    }

    private Head head(PreparedStatement select, String service) throws SQLException {
        try (select) {
            select.setString(1, service);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Head.EMPTY;
                }
                database.foundIn(row.getString(4));
                return head(row);
            }
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getString(2), row.getString(3));
    }

    private static Snapshot snapshot(ResultSet rows) throws SQLException {
        Head head = Head.EMPTY;
        Map<String, StateRow> states = new HashMap<>();
        while (rows.next()) {
            head = head(rows);
            String changeId = rows.getString("change_id");
            if (changeId != null) {
                states.put(changeId, History.state(rows));
            }
        }
        return new Snapshot(head, states);
    }

    private AuditStoreUnavailableException unavailable(String purpose, String check, SQLException e) {
        if (e instanceof UnusableSchema) {
            return new AuditStoreUnavailableException("The audit store (" + describe + ") can't be used: " + e.getMessage(), e);
        }
        Trouble trouble = Trouble.of(e, database);
        return new AuditStoreUnavailableException("The audit store (" + describe + ") could not " + purpose + ": "
                + Sentence.unended(e.getMessage()) + ". " + trouble.advice(check)
                + Grants.after(trouble, database, StoreTables.ALL), e,
                trouble.awaited());
    }
}
