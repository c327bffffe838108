package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Refusal;

/**
 * Looks, where the tables are missing, for what is there instead: a set of tables further along the search path, which an
 * earlier version or another connection may have used; or no such schema at all.
 */
public final class Elsewhere {

    private Elsewhere() {
    }

    /**
     * @param session a session that knows where the tables are to be
     * @param suffix what the name of a table ends with that is missing there
     * @throws UnusableSchema when nothing may be read or created there before a person has said where the tables are
     */
    public static void refuse(Session session, String suffix) throws SQLException {
        if (session.database().schema().configured()) {
            refuseMissing(session);
            return;
        }
        TableNames tables = session.tables();
        String found = alongPath(session, tables.in(null).table(suffix));
        if (found != null && !found.equals(tables.schema())) {
            throw new UnusableSchema("table " + tables.prefix() + suffix + " is not in the current schema '" + tables.schema()
                    + "', but in '" + found
                    + "', where only a search path leads. Nothing was applied or created: another set of"
                    + " tables would begin another history. Set quarkus.flamingock.schema=" + found
                    + " if this application has its tables there, or quarkus.flamingock.schema=" + tables.schema()
                    + " if they are another one's");
        }
    }

    private static String alongPath(Session session, String quotedTable) throws SQLException {
        String query = session.dialect().findAlongPath();
        if (query != null) {
            try (PreparedStatement select = session.prepare(query)) {
                select.setString(1, quotedTable);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : null;
                }
            }
        }
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + quotedTable + " WHERE 1 = 0")) {
            return session.dialect().schemasAreCatalogs() ? rows.getMetaData().getCatalogName(1)
                    : rows.getMetaData().getSchemaName(1);
        } catch (SQLException e) {
            if (session.dialect().isMissingTable(e)
                    || session.dialect().hidesTables() && Refusal.of(e) == Refusal.NO_RIGHTS) {
                return null;
            }
            throw e;
        }
    }

    private static void refuseMissing(Session session) throws SQLException {
        String schema = session.tables().schema();
        List<String> similar = new ArrayList<>();
        try (PreparedStatement select = session.prepare(session.dialect().findSchemas())) {
            select.setString(1, schema);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    similar.add(rows.getString(1));
                }
            }
        }
        if (!similar.contains(schema)) {
            throw new UnusableSchema("quarkus.flamingock.schema is '" + schema
                    + "', and there is no such schema in the database, or its user may not see it. "
                    + (similar.isEmpty() ? "" : "There is '" + similar.get(0) + "': upper and lower case make a difference. ")
                    + "Set it to one that is there, or let an administrator run: CREATE SCHEMA "
                    + session.dialect().quote(schema));
        }
    }
}
