package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;

/**
 * Creates tables where they are missing, while other processes may do the same.
 */
public final class Schema {

    private static final int ATTEMPTS = 3;

    private Schema() {
    }

    /**
     * Makes sure of the tables and finds out the schema that they are in. Asks before it creates: a user without the right to
     * create tables is fine where they are there.
     *
     * @param session a session of their database
     * @param tables at least one; all of them are in the same schema
     * @throws MissingTables when some are missing and may not be created
     */
    public static void ensure(Session session, List<Table> tables) throws SQLException {
        List<Table> missing = new ArrayList<>();
        for (Table table : tables) {
            if (!exists(session, table)) {
                missing.add(table);
            }
        }
        if (!missing.isEmpty() && !session.database().autoCreate()) {
            throw new MissingTables(missing);
        }
        for (Table table : missing) {
            create(session, table);
        }
        session.database().foundIn(schemaOf(session, session.dialect().quote(tables.get(0).name())));
    }

    private static boolean exists(Session session, Table table) throws SQLException {
        try {
            session.execute("SELECT 1 FROM " + session.dialect().quote(table.name()) + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            if (session.dialect().isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    private static void create(Session session, Table table) throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                session.execute(table.create());
                return;
            } catch (SQLException e) {
                // Databases answer in many ways when two sessions create one table; all that counts is whether it is there.
                if (exists(session, table)) {
                    return;
                }
                last = e;
            }
        }
        throw last;
    }

    /** The schema that an unqualified name means now; null where there are no schemas. */
    private static String schemaOf(Session session, String quotedTable) throws SQLException {
        Connection connection = session.connection();
        String query = session.dialect().findSchema();
        if (query == null) {
            return session.dialect().schemasAreCatalogs() ? connection.getCatalog() : connection.getSchema();
        }
        try (PreparedStatement select = session.prepare(query)) {
            select.setString(1, quotedTable);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
