package io.quarkiverse.flamingock.runtime.jdbc.schema;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Trouble;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Refusal;

/**
 * The rights on tables of the extension that the user of a session needs. It never deletes a row.
 */
public final class Grants {

    private Grants() {
    }

    /**
     * @param session a session of the user
     * @param tables tables, all of them in the same schema
     * @return the statements for an administrator
     */
    public static List<String> of(Session session, List<Table> tables) throws SQLException {
        String grantee = session.dialect().grantee(user(session));
        List<String> statements = new ArrayList<>();
        String schema = session.tables().schema();
        String usage = schema == null ? null : session.dialect().grantSchema(session.dialect().quote(schema), grantee);
        if (usage != null) {
            statements.add(usage);
        }
        for (Table table : tables) {
            statements.add("GRANT SELECT, INSERT, UPDATE ON " + table.quoted() + " TO " + grantee);
        }
        return statements;
    }

    /**
     * @param trouble what an operation has met
     * @param database its database
     * @param tables those that it needs
     * @return the statements to end a message with; empty where the trouble is another one, or nobody can be asked
     */
    public static String after(Trouble trouble, Database database, TableSet tables) {
        if (trouble.refusal() != Refusal.NO_RIGHTS) {
            return "";
        }
        try (Session session = database.open()) {
            List<String> statements = new ArrayList<>();
            if (session.dialect().hidesTables()) {
                tables.of(session.tables()).forEach(table -> statements.add(table.createUnlessThere()));
            }
            statements.addAll(of(session, tables.of(session.tables())));
            return ". An administrator gives it all that it needs there with:"
                    + statements.stream().map(grant -> '\n' + grant + ';').collect(Collectors.joining());
        } catch (SQLException e) {
            return "";
        }
    }

    private static String user(Session session) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT CURRENT_USER"); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
