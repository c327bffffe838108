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
 * Tables that are not there, or lack columns that a later version has added.
 *
 * @param columns the missing columns by table; null for a table that is missing itself
 * @param hidden whether some may be there, and this user has no right on them
 */
record Missing(Map<Table, List<Column>> columns, boolean hidden) {

    static Missing of(Session session, List<Table> tables) throws SQLException {
        Map<Table, List<Column>> columns = new LinkedHashMap<>();
        boolean hidden = false;
        for (Table table : tables) {
            List<Column> missing;
            try {
                missing = columns(session, table);
            } catch (SQLException e) {
                if (!session.dialect().hidesTables() || Refusal.of(e) != Refusal.NO_RIGHTS) {
                    throw e;
                }
                missing = null;
                hidden = true;
            }
            if (missing == null || !missing.isEmpty()) {
                columns.put(table, missing);
            }
        }
        return new Missing(columns, hidden);
    }

    /** The columns that a table does not have; null where there is no table. */
    static List<Column> columns(Session session, Table table) throws SQLException {
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

    Missing and(Missing other) {
        Map<Table, List<Column>> all = new LinkedHashMap<>(columns);
        all.putAll(other.columns);
        return new Missing(all, hidden || other.hidden);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    boolean isMissing(Table table) {
        return columns.containsKey(table) && columns.get(table) == null;
    }

    /** For a person, who need not have the tables before the eyes. */
    String what() {
        String what = !columns.containsValue(null) ? "columns that this version adds"
                : columns.values().stream().allMatch(Objects::isNull) ? "tables"
                        : "tables, and columns that this version adds,";
        return what + " are missing" + (hidden ? ", or this user may not see them" : "");
    }

    /** All that an administrator has to run. */
    List<String> statements(Session session) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<Table> created = new ArrayList<>();
        columns.forEach((table, added) -> {
            if (added == null) {
                created.add(table);
                statements.add(hidden ? table.createUnlessThere() : table.create());
            } else {
                added.forEach(column -> statements.add(table.add(column)));
            }
        });
        if (!created.isEmpty()) {
            statements.addAll(Grants.of(session, created));
        }
        return statements;
    }
}
