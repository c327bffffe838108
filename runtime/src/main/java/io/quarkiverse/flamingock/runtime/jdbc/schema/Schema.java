package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Refusal;

/**
 * Creates tables where they are missing, and gives those of an earlier version the columns that are new, while other processes
 * may do the same.
 */
public final class Schema {

    private static final int ATTEMPTS = 3;

    private Schema() {
    }

    /**
     * Makes sure of the tables. Asks before it creates: a user without the right to create tables is fine where they are there.
     *
     * @param session a session of their database
     * @param tables at least one; all of them are in the same schema
     * @throws MissingTables when some are missing and may not be created
     * @throws io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema when all are missing and are elsewhere, or there
     *         is no such schema
     * @throws SQLException when anything else goes wrong, as where another product passes as the one that its driver says
     */
    public static void ensure(Session session, List<Table> tables) throws SQLException {
        ensure(session, tables, List.of());
    }

    /**
     * The same where others will need tables in the same place soon: what an administrator has to run is told at once.
     *
     * @param session a session of their database
     * @param tables at least one; all of them are in the same schema
     * @param others tables that are not made sure of now
     * @throws SQLException as above
     */
    public static void ensure(Session session, List<Table> tables, List<Table> others) throws SQLException {
        session.database().checkProduct(session);
        Missing missing = Missing.of(session, tables);
        if (missing.isMissing(tables.get(0))) {
            Elsewhere.refuse(session, tables.get(0).suffix());
        }
        if (!missing.isEmpty() && !session.database().autoCreate()) {
            Missing all = missing.and(Missing.of(session, others));
            throw MissingTables.unwanted(all.what(), all.statements(session));
        }
        try {
            create(session, missing);
        } catch (SQLException e) {
            if (Refusal.of(e) != Refusal.NO_RIGHTS) {
                throw e;
            }
            Missing left = Missing.of(session, tables).and(Missing.of(session, others));
            throw MissingTables.refused(e, left.what(), left.statements(session));
        }
    }

    private static void create(Session session, Missing missing) throws SQLException {
        for (Map.Entry<Table, List<Column>> each : missing.columns().entrySet()) {
            if (each.getValue() == null) {
                create(session, each.getKey());
            } else {
                for (Column column : each.getValue()) {
                    add(session, each.getKey(), column);
                }
            }
        }
    }

    private static void create(Session session, Table table) throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                session.execute(table.create());
                return;
            } catch (SQLException e) {
                if (session.dialect().hidesTables() && Refusal.of(e) == Refusal.NO_RIGHTS) {
                    throw e;
                }
                // Databases answer in many ways when two sessions create one table; all that counts is whether it is there.
                if (Missing.columns(session, table) != null) {
                    return;
                }
                last = e;
            }
        }
        throw last;
    }

    /** One at a time: whoever is interrupted, or does the same elsewhere, goes on with those that are missing then. */
    private static void add(Session session, Table table, Column column) throws SQLException {
        try {
            session.execute(table.add(column));
        } catch (SQLException e) {
            List<Column> missing = Missing.columns(session, table);
            if (missing == null || missing.contains(column)) {
                throw e;
            }
        }
    }
}
