package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates tables where they are missing, while other processes may do the same.
 */
final class Schema {

    private static final int ATTEMPTS = 3;

    /**
     * @param name the table, without quotes
     * @param create the statement that creates it
     */
    record Table(String name, String create) {
    }

    /** Tables are missing that may not be created; the message has the statements that create them. */
    static final class MissingTables extends SQLException {

        private static final long serialVersionUID = 1;

        MissingTables(List<Table> tables) {
            super(message(tables));
        }

        private static String message(List<Table> tables) {
            StringBuilder message = new StringBuilder("quarkus.flamingock.auto-create is false, and tables are missing."
                    + " Let an administrator run:");
            for (Table table : tables) {
                message.append('\n').append(table.create()).append(';');
            }
            return message.toString();
        }
    }

    private Schema() {
    }

    /**
     * Makes sure of the tables and finds out the schema that they are in. Asks before it creates: a user without the right to
     * create tables is fine where they are there.
     */
    static void ensure(Session session, List<Table> tables) throws SQLException {
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
        session.database().foundIn(session.dialect().schemaOf(session.connection(), tables.get(0).name()));
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
}
