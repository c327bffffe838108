package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
        Map<Table, List<Column>> missing = missing(session, tables);
        Table first = tables.get(0);
        if (missing.containsKey(first) && missing.get(first) == null) {
            Elsewhere.refuse(session, first.suffix());
        }
        if (!missing.isEmpty() && !session.database().autoCreate()) {
            missing.putAll(missing(session, others));
            throw MissingTables.unwanted(what(missing), statements(session, missing));
        }
        try {
            create(session, missing);
        } catch (SQLException e) {
            if (Refusal.of(e) != Refusal.NO_RIGHTS) {
                throw e;
            }
            Map<Table, List<Column>> left = missing(session, tables);
            left.putAll(missing(session, others));
            throw MissingTables.refused(e.getMessage(), what(left), statements(session, left));
        }
    }

    private static void create(Session session, Map<Table, List<Column>> missing) throws SQLException {
        for (Map.Entry<Table, List<Column>> each : missing.entrySet()) {
            if (each.getValue() == null) {
                create(session, each.getKey());
            } else {
                for (Column column : each.getValue()) {
                    add(session, each.getKey(), column);
                }
            }
        }
    }

    private static List<String> statements(Session session, Map<Table, List<Column>> missing) throws SQLException {
        List<String> statements = new ArrayList<>();
        missing.forEach((table, columns) -> {
            if (columns == null) {
                statements.add(table.create());
            } else {
                columns.forEach(column -> statements.add(table.add(column)));
            }
        });
        statements.addAll(Grants.of(session,
                missing.keySet().stream().filter(table -> missing.get(table) == null).toList()));
        return statements;
    }

    private static String what(Map<Table, List<Column>> missing) {
        return !missing.containsValue(null) ? "columns that this version adds"
                : missing.values().stream().allMatch(Objects::isNull) ? "tables"
                        : "tables, and columns that this version adds,";
    }

    private static Map<Table, List<Column>> missing(Session session, List<Table> tables) throws SQLException {
        Map<Table, List<Column>> missing = new LinkedHashMap<>();
        for (Table table : tables) {
            List<Column> columns = missing(session, table);
            if (columns == null || !columns.isEmpty()) {
                missing.put(table, columns);
            }
        }
        return missing;
    }

    /** The columns that a table does not have; null where there is no table. */
    private static List<Column> missing(Session session, Table table) throws SQLException {
        Set<String> present = new HashSet<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table.quoted() + " WHERE 1 = 0")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                present.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            if (session.dialect().isMissingTable(e)) {
                return null;
            }
            throw e;
        }
        return table.columns().stream().filter(column -> !present.contains(column.name())).toList();
    }

    private static void create(Session session, Table table) throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                session.execute(table.create());
                return;
            } catch (SQLException e) {
                // Databases answer in many ways when two sessions create one table; all that counts is whether it is there.
                if (missing(session, table) != null) {
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
            List<Column> missing = missing(session, table);
            if (missing == null || missing.contains(column)) {
                throw e;
            }
        }
    }
}
